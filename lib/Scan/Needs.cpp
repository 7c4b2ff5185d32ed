//===- Scan/Needs.cpp - Which units have to be parsed ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Scan/Needs.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::scan;
using llvm::BitVector;
using llvm::StringRef;

Needs::Needs(const std::vector<ScannedUnit> &Units, const Sources &From, const Seeds &S,
             std::function<std::string(StringRef)> RealName)
    : Units(Units), From(From), Parsed(Units.size()), RealName(std::move(RealName)) {
  for (const ScannedUnit &U : Units) {
    Whys.push_back(S.reason(U, From));
    BitVector Files;
    for (const std::string &Name : U.Files) {
      unsigned Number = file(Name);
      if (Number >= Files.size())
        Files.resize(Number + 1);
      Files.set(Number);
    }
    for (const std::string &Name : U.Pasting)
      Headers[file(Name)].Pastes = true;
    AllPieces.insert(U.Pieces.begin(), U.Pieces.end());
    Closure.push_back(std::move(Files));
  }
}

unsigned Needs::file(StringRef Name) {
  auto [It, New] = Numbers.try_emplace(Name, 0);
  if (!New)
    return It->second;
  auto [Real, First] = RealNumbers.try_emplace(RealName(Name), Names.size());
  if (First) {
    Names.push_back(Name.str());
    Headers.emplace_back();
  }
  return It->second = Real->second;
}

std::vector<size_t> Needs::first() const {
  std::vector<size_t> All;
  for (size_t U = 0; U != Units.size(); ++U)
    if (!Whys[U].empty())
      All.push_back(U);
  return All;
}

//===----------------------------------------------------------------------===//
// What parsed units say of their headers
//===----------------------------------------------------------------------===//

static std::string textOf(const Declared &D) {
  std::string Text = fmt::format("{} {}", unsigned(D.K), D.Called);
  for (const Word &W : D.Mentions.All)
    Text += fmt::format(" {}{}", unsigned(W.How), W.Text);
  return Text;
}

/// The words that are in both.
static Words common(const Words &A, const Words &B) {
  Words Both;
  for (const Word &W : A.All)
    if (const Word *Other = B.find(W.Text))
      Both.All.push_back({W.Text, static_cast<unsigned char>(W.How | Other->How)});
  Both.Deletes = A.Deletes && B.Deletes;
  return Both;
}

void Needs::parsed(size_t Number, const std::map<std::string, Outline> *Outlines) {
  Parsed[Number] = true;
  if (!Outlines)
    return;
  // What each says anew has to be tried with all that is known already.
  for (const std::string &Name : Units[Number].headers()) {
    auto It = Outlines->find(Name);
    static const Outline Nothing;
    const Outline &O = It == Outlines->end() ? Nothing : It->second;
    unsigned File = file(Name);
    Header &H = Headers[File];
    H.Inactive = H.Covered ? common(H.Inactive, O.Inactive) : O.Inactive;
    H.Covered = true;
    H.By.resize(Units.size());
    H.By.set(Number);
    for (const Declared &Row : O.All) {
      if (!H.Seen.insert(textOf(Row)).second)
        continue;
      RowId Id{File, static_cast<unsigned>(H.Rows.size())};
      H.Rows.push_back(Row);
      for (const Word &W : Row.Mentions.All)
        Rows[W.Text].push_back(Id);
    }
  }
}

//===----------------------------------------------------------------------===//
// What leads where
//===----------------------------------------------------------------------===//

bool Needs::includes(size_t Unit, const Entity &E) const {
  if (E.File.empty())
    return true;
  auto It = Numbers.find(E.File);
  const BitVector &Files = Closure[Unit];
  return It != Numbers.end() && It->second < Files.size() && Files.test(It->second);
}

void Needs::add(Entity E) {
  auto [It, New] = Known.insert(std::move(E));
  if (!New)
    return;
  if (It->K == Declared::Implicit)
    Implicit.push_back(&*It);
  else
    ByWord[It->Word].push_back(&*It);
  Todo.push_back(&*It);
}

bool Needs::isPasted(const Words &W, const Entity &E) const {
  return E.K != Declared::Implicit && canBePasted(E.Word, W, AllPieces);
}

void Needs::tryRow(RowId Id, const Entity &E) {
  const Header &H = Headers[Id.Header];
  const Declared &Row = H.Rows[Id.Row];
  // A declaration defines nothing for those who name it.
  if (E.K == Declared::Define && Row.K != Declared::Macro)
    return;
  if (!mentions(Row.Mentions, E) && !(H.Pastes && isPasted(Row.Mentions, E)))
    return;
  // A unit that sees both.
  if (llvm::none_of(H.By.set_bits(), [&](unsigned Unit) { return includes(Unit, E); }))
    return;
  add({Row.K, Row.Called, Names[Id.Header]});
}

void Needs::follow(const Entity &E) {
  if (E.K == Declared::Implicit) {
    // Which header declares it is found by its name; who includes that is needed.
    if (E.File.empty())
      for (unsigned File = 0; File != Headers.size(); ++File)
        for (const Declared &Row : Headers[File].Rows)
          if (Row.K == Declared::Implicit && Row.Called == E.Word)
            add({Declared::Implicit, E.Word, Names[File]});
    return;
  }
  for (RowId Id : Rows.lookup(E.Word))
    tryRow(Id, E);
  for (unsigned File = 0; File != Headers.size(); ++File)
    if (Headers[File].Pastes)
      for (unsigned Row = 0; Row != Headers[File].Rows.size(); ++Row)
        tryRow({File, Row}, E);
}

//===----------------------------------------------------------------------===//
// Who is needed
//===----------------------------------------------------------------------===//

const Entity *Needs::mentioned(size_t Unit, const Words &W, bool Pastes) const {
  for (const Word &Each : W.All)
    if (auto It = ByWord.find(Each.Text); It != ByWord.end())
      for (const Entity *E : It->second)
        if (mentions(W, *E) && includes(Unit, *E))
          return E;
  if (Pastes)
    for (const Entity &E : Known)
      if (isPasted(W, E) && includes(Unit, E))
        return &E;
  return nullptr;
}

void Needs::need(size_t Unit, std::string Why, std::vector<size_t> &All, BitVector &Soon) {
  Whys[Unit] = std::move(Why);
  All.push_back(Unit);
  Soon |= Closure[Unit];
}

std::vector<size_t> Needs::next(const std::set<Entity> &Found) {
  for (const Entity &E : Found)
    add(E);
  // Rows may have come that what was known before leads to.
  Todo.clear();
  for (const Entity &E : Known)
    Todo.push_back(&E);
  while (!Todo.empty()) {
    const Entity *E = Todo.back();
    Todo.pop_back();
    follow(*E);
  }

  std::vector<size_t> All;
  BitVector Soon; // the headers of those that are parsed next
  auto WordsOf = [&](const std::string &File) -> const Words & {
    static const Words None;
    auto It = From.find(File);
    return It == From.end() ? None : It->second;
  };
  auto Sentence = [](const std::string &File, const Entity &E) {
    return fmt::format("{} names '{}', which leads to a request", File, E.Word);
  };
  auto Waits = [&](size_t U) { return !Parsed[U] && Whys[U].empty(); };
  for (size_t U = 0; U != Units.size(); ++U) {
    if (!Waits(U) || Units[U].Own.empty())
      continue;
    const std::string &Main = Units[U].Own.front();
    const Entity *E = mentioned(U, WordsOf(Main), Headers[Numbers.lookup(Main)].Pastes);
    if (E)
      need(U, Sentence(Main, *E), All, Soon);
    else if ((E = mentioned(U, Units[U].Defined, false)))
      need(U, Sentence("a macro of its command line", *E), All, Soon);
    else if (auto It = llvm::find_if(Implicit, [&](const Entity *E) { return !E->File.empty() && includes(U, *E); });
             It != Implicit.end())
      need(U,
           fmt::format("it includes {} with '{}', which can be called without its name and leads to a request",
                       (*It)->File, (*It)->Word),
           All, Soon);
  }
  for (size_t U = 0; U != Units.size(); ++U)
    for (const std::string &File : Units[U].headers()) {
      if (!Waits(U))
        break;
      unsigned Number = Numbers.lookup(File);
      const Header &H = Headers[Number];
      if (!H.Covered && Number < Soon.size() && Soon.test(Number))
        continue;
      if (const Entity *E = mentioned(U, H.Covered ? H.Inactive : WordsOf(File), H.Pastes && !H.Covered))
        need(U, Sentence(File, *E), All, Soon);
    }
  return All;
}

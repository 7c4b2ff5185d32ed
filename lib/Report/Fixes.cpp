//===- Report/Fixes.cpp - The sources as fixes make them ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report/Fixes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::report;
using namespace llvm;

//===----------------------------------------------------------------------===//
// Which changes
//===----------------------------------------------------------------------===//

static bool isSame(const Edit &A, const Edit &B) {
  return A.Begin.File == B.Begin.File && A.Offset == B.Offset &&
         A.Length == B.Length && A.Text == B.Text;
}

/// Two texts can go to the same place, one after the other.
static bool overlap(const Edit &A, const Edit &B) {
  if (A.Begin.File != B.Begin.File || isSame(A, B))
    return false;
  if (A.Length == 0 && B.Length == 0)
    return false;
  return A.Offset < B.Offset + std::max(B.Length, 1u) &&
         B.Offset < A.Offset + std::max(A.Length, 1u);
}

static void sortByPlace(std::vector<Edit> &Edits) {
  stable_sort(Edits, [](const Edit &A, const Edit &B) {
    return A.Offset < B.Offset;
  });
}

/// By file, from top to bottom.
static std::map<uint32_t, std::vector<Edit>> chosenEdits(const Report &R,
                                                         FixedSources &Result) {
  std::vector<Edit> Chosen;
  for (size_t I = 0; I != R.Fixes.size(); ++I) {
    const std::vector<Edit> &Edits = R.Fixes[I];
    if (Edits.empty() || !R.isIntroduced(I))
      continue;
    if (any_of(Edits, [&](const Edit &E) {
          return any_of(Chosen, [&](const Edit &C) { return overlap(C, E); });
        })) {
      ++Result.LeftOut;
      continue;
    }
    for (const Edit &E : Edits)
      if (none_of(Chosen, [&](const Edit &C) { return isSame(C, E); }))
        Chosen.push_back(E);
  }
  std::map<uint32_t, std::vector<Edit>> ByFile;
  for (Edit &E : Chosen)
    ByFile[E.Begin.File].push_back(std::move(E));
  for (auto &[File, Edits] : ByFile)
    sortByPlace(Edits);
  return ByFile;
}

//===----------------------------------------------------------------------===//
// Lines
//===----------------------------------------------------------------------===//

/// With their ends; only the last may have none.
static std::vector<std::string> linesOf(StringRef Text) {
  std::vector<std::string> Lines;
  while (!Text.empty()) {
    size_t End = Text.find('\n');
    size_t Length = End == StringRef::npos ? Text.size() : End + 1;
    Lines.push_back(Text.take_front(Length).str());
    Text = Text.drop_front(Length);
  }
  return Lines;
}

static std::string applied(StringRef Text, ArrayRef<Edit> Edits,
                           size_t Begin, size_t End) {
  std::string Result;
  for (const Edit &E : Edits) {
    Result += Text.slice(Begin, E.Offset);
    Result += E.Text;
    Begin = E.Offset + E.Length;
  }
  return Result + Text.slice(Begin, End).str();
}

/// Leaves out of \p C the lines at its ends that stay what they are.
static void trim(LineChange &C, ArrayRef<std::string> Before) {
  while (C.Count && !C.After.empty() && Before[C.First] == C.After.front()) {
    ++C.First;
    --C.Count;
    C.After.erase(C.After.begin());
  }
  while (C.Count && !C.After.empty() &&
         Before[C.First + C.Count - 1] == C.After.back()) {
    --C.Count;
    C.After.pop_back();
  }
}

std::vector<LineChange> report::lineChanges(StringRef Text,
                                            std::vector<Edit> All) {
  sortByPlace(All);
  ArrayRef<Edit> Edits = All;
  std::vector<std::string> Lines = linesOf(Text);
  std::vector<size_t> Begins{0};
  for (const std::string &Line : Lines)
    Begins.push_back(Begins.back() + Line.size());
  auto LineAt = [&](size_t Offset) -> unsigned {
    return upper_bound(Begins, Offset) - Begins.begin() - 1;
  };
  std::vector<LineChange> Changes;
  while (!Edits.empty()) {
    // All changes of the same lines.
    unsigned First = LineAt(Edits[0].Offset), Last = First;
    size_t N = 0;
    while (N < Edits.size() && LineAt(Edits[N].Offset) <= Last) {
      Last = std::max(Last, LineAt(Edits[N].Offset + Edits[N].Length));
      ++N;
    }
    Last = std::min<unsigned>(Last, Lines.size() - 1);
    LineChange C{First, Last + 1 - First, {}};
    C.After = linesOf(
        applied(Text, Edits.take_front(N), Begins[First], Begins[Last + 1]));
    trim(C, Lines);
    Changes.push_back(std::move(C));
    Edits = Edits.drop_front(N);
  }
  return Changes;
}

FixedSources report::fixedSources(const Report &R) {
  FixedSources Result;
  for (const auto &[Number, Edits] : chosenEdits(R, Result)) {
    const std::string &Before = R.Sources.at(Number);
    Result.Files.push_back({R.Files.name(Number).str(), Before,
                            applied(Before, Edits, 0, Before.size()),
                            lineChanges(Before, Edits)});
  }
  llvm::sort(Result.Files, [](const FixedFile &A, const FixedFile &B) {
    return A.Name < B.Name;
  });
  return Result;
}

//===----------------------------------------------------------------------===//
// The diff
//===----------------------------------------------------------------------===//

static constexpr unsigned Context = 3;

static void printLine(char Mark, StringRef Line, raw_ostream &OS) {
  OS << Mark << Line;
  if (!Line.ends_with("\n"))
    OS << "\n\\ No newline at end of file\n";
}

/// Changes that stand so near to each other that what is around them touches.
static void printHunk(ArrayRef<LineChange> Changes,
                      ArrayRef<std::string> Before, int Shift,
                      raw_ostream &OS) {
  unsigned First = Changes.front().First;
  First -= std::min(First, Context);
  unsigned End = std::min<unsigned>(
      Changes.back().First + Changes.back().Count + Context, Before.size());
  int More = 0;
  for (const LineChange &C : Changes)
    More += int(C.After.size()) - int(C.Count);
  unsigned Count = End - First;
  auto Range = [](unsigned First, unsigned Count) {
    return fmt::format("{},{}", Count ? First + 1 : First, Count);
  };
  OS << fmt::format("@@ -{} +{} @@\n", Range(First, Count),
                    Range(First + Shift, Count + More));
  unsigned Line = First;
  for (const LineChange &C : Changes) {
    for (; Line != C.First; ++Line)
      printLine(' ', Before[Line], OS);
    for (; Line != C.First + C.Count; ++Line)
      printLine('-', Before[Line], OS);
    for (const std::string &After : C.After)
      printLine('+', After, OS);
  }
  for (; Line != End; ++Line)
    printLine(' ', Before[Line], OS);
}

void report::printDiff(const FixedFile &F, raw_ostream &OS) {
  // The name of a file outside of the project has a root of its own.
  StringRef Name = StringRef(F.Name).ltrim('/');
  OS << fmt::format("--- a/{0}\n+++ b/{0}\n", Name.str());
  std::vector<std::string> Before = linesOf(F.Before);
  ArrayRef<LineChange> Left = F.Changes;
  int Shift = 0;
  while (!Left.empty()) {
    size_t N = 1;
    while (N < Left.size() && Left[N].First <= Left[N - 1].First +
                                                   Left[N - 1].Count +
                                                   2 * Context)
      ++N;
    printHunk(Left.take_front(N), Before, Shift, OS);
    for (const LineChange &C : Left.take_front(N))
      Shift += int(C.After.size()) - int(C.Count);
    Left = Left.drop_front(N);
  }
}

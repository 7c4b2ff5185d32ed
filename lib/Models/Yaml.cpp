//===- Models/Yaml.cpp - A model file as a tree ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Models/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <algorithm>

using namespace mde::models;
using llvm::StringRef;
using llvm::Twine;

static constexpr unsigned MaxDepth = 16;
static constexpr size_t MaxNodes = 1 << 20;
static constexpr size_t MaxBytes = 8 << 20;

//===----------------------------------------------------------------------===//
// Node
//===----------------------------------------------------------------------===//

const Node *Node::find(StringRef Key) const {
  for (size_t I = 0; I != Keys.size(); ++I)
    if (Keys[I].Text == Key)
      return &Items[I];
  return nullptr;
}

const char *Node::at(size_t Offset) const {
  if (K != Scalar || Raw.empty())
    return Raw.data();
  // In quotes, one byte of the value may be two of the file.
  const char Quote = Raw.front();
  if (!Quoted || (Quote != '\'' && Quote != '"'))
    return Raw.data() + (Quoted ? 0 : std::min(Offset, Raw.size()));
  size_t I = 1;
  for (; Offset && I < Raw.size(); --Offset)
    I += Raw[I] == (Quote == '"' ? '\\' : '\'') ? 2 : 1;
  return Raw.data() + std::min(I, Raw.size());
}

//===----------------------------------------------------------------------===//
// Mistakes
//===----------------------------------------------------------------------===//

std::pair<unsigned, unsigned> Mistakes::position(const char *Where) const {
  StringRef Text = File.getBuffer();
  if (!Where || Where < Text.begin() || Where > Text.end())
    return {1, 1};
  // Every entry asks for its line: the file is read once.
  if (Starts.empty()) {
    Starts.push_back(Text.begin());
    for (const char *At = Text.begin(); At != Text.end(); ++At)
      if (*At == '\n')
        Starts.push_back(At + 1);
  }
  auto Next = std::upper_bound(Starts.begin(), Starts.end(), Where);
  return {Next - Starts.begin(), Where - *std::prev(Next) + 1};
}

void Mistakes::add(const char *Where, const Twine &What) {
  if (Lines.size() > Kept)
    return;
  auto [Row, Column] = position(Where);
  Lines.push_back({Row, Column, What.str()});
}

llvm::Error Mistakes::take() {
  if (Lines.empty())
    return llvm::Error::success();
  llvm::stable_sort(Lines, [](const Line &A, const Line &B) {
    return std::pair(A.Row, A.Column) < std::pair(B.Row, B.Column);
  });
  std::string All;
  for (const Line &L : llvm::ArrayRef(Lines).take_front(Kept))
    All += (Twine(All.empty() ? "" : "\n") + file() + ":" + Twine(L.Row) + ":" +
            Twine(L.Column) + ": " + L.What)
               .str();
  if (Lines.size() > Kept)
    All += "\n" + file().str() + ": there are more mistakes; these come first";
  Lines.clear();
  return llvm::createStringError(llvm::inconvertibleErrorCode(), All);
}

std::string mde::models::quoted(StringRef S) {
  std::string Out = "'";
  for (unsigned char C : S.take_front(80)) {
    if (llvm::isPrint(C))
      Out += char(C);
    else
      Out += ("\\x" + Twine(llvm::hexdigit(C >> 4)) +
              Twine(llvm::hexdigit(C & 15)))
                 .str();
  }
  return Out + (S.size() > 80 ? "...'" : "'");
}

std::string mde::models::suggest(StringRef Word,
                                 llvm::ArrayRef<StringRef> Allowed) {
  Word = Word.take_front(80);
  StringRef Best;
  unsigned Least = 1 + Word.size() / 3;
  for (StringRef A : Allowed) {
    unsigned Distance = Word.edit_distance_insensitive(A, true, Least + 1);
    if (Distance <= Least && (Best.empty() || Distance < Least)) {
      Best = A;
      Least = Distance;
    }
  }
  if (!Best.empty())
    return ("; did you mean '" + Best + "'?").str();
  if (Allowed.size() == 1)
    return ("; only '" + Allowed[0] + "' is allowed").str();
  std::string Out = "; allowed are ";
  for (size_t I = 0; I != Allowed.size(); ++I)
    Out += ((I == 0                    ? ""
             : I + 1 == Allowed.size() ? " and "
                                       : ", ") +
            Allowed[I])
               .str();
  return Out;
}

//===----------------------------------------------------------------------===//
// From llvm's parser
//===----------------------------------------------------------------------===//

namespace {

/// llvm's parser is lazy: a node is read when it is walked to. So a walk that
/// stops at a depth never makes the parser recurse beyond it.
class TreeBuilder {
public:
  TreeBuilder(StringRef Text, Mistakes &M, const bool &Broken)
      : Text(Text), M(M), Broken(Broken) {}

  bool build(llvm::yaml::Node *From, Node &To, unsigned Depth);

private:
  bool buildMap(llvm::yaml::MappingNode &From, Node &To, unsigned Depth);
  bool fail(const Node &At, const Twine &What) {
    M.add(At, What);
    return false;
  }

  StringRef Text;
  Mistakes &M;
  const bool &Broken; ///< The parser said what is wrong.
  size_t Nodes = 0;
};

} // namespace

bool TreeBuilder::build(llvm::yaml::Node *From, Node &To, unsigned Depth) {
  if (!From || Broken)
    return false;
  llvm::SMRange Range = From->getSourceRange();
  const char *Begin = Range.Start.getPointer(), *End = Range.End.getPointer();
  // llvm says that a flow collection begins behind its bracket.
  if (llvm::isa<llvm::yaml::MappingNode, llvm::yaml::SequenceNode>(From) &&
      Begin > Text.begin() && Begin <= Text.end() &&
      (Begin[-1] == '{' || Begin[-1] == '['))
    --Begin;
  To.Raw = Begin && End > Begin ? StringRef(Begin, End - Begin)
                                : StringRef(Begin, 0);
  if (Depth > MaxDepth)
    return fail(To, "this is nested too deeply for a model");
  if (++Nodes > MaxNodes)
    return fail(To, "the model is too large");
  if (!From->getAnchor().empty())
    return fail(To,
                "anchors (&name) have no use in a model; write the value out");

  if (auto *S = llvm::dyn_cast<llvm::yaml::ScalarNode>(From)) {
    llvm::SmallString<64> Storage;
    To.Raw = S->getRawValue();
    To.Quoted = To.Raw.starts_with("'") || To.Raw.starts_with("\"");
    To.Text = S->getValue(Storage).str();
    return !Broken;
  }
  if (auto *B = llvm::dyn_cast<llvm::yaml::BlockScalarNode>(From)) {
    To.Quoted = true;
    To.Text = B->getValue().str();
    return !Broken;
  }
  if (llvm::isa<llvm::yaml::NullNode>(From))
    return true;
  if (llvm::isa<llvm::yaml::AliasNode>(From))
    return fail(To,
                "aliases (*name) have no use in a model; write the value out");
  if (auto *L = llvm::dyn_cast<llvm::yaml::SequenceNode>(From)) {
    To.K = Node::List;
    for (llvm::yaml::Node &Item : *L) {
      To.Items.emplace_back();
      if (!build(&Item, To.Items.back(), Depth + 1))
        return false;
    }
    return !Broken;
  }
  if (auto *Map = llvm::dyn_cast<llvm::yaml::MappingNode>(From))
    return buildMap(*Map, To, Depth);
  return fail(To, "a model consists of maps, lists and words");
}

bool TreeBuilder::buildMap(llvm::yaml::MappingNode &From, Node &To,
                           unsigned Depth) {
  To.K = Node::Map;
  for (llvm::yaml::KeyValueNode &Entry : From) {
    Node Key, Value;
    if (!build(Entry.getKey(), Key, Depth + 1))
      return false;
    if (Key.K != Node::Scalar)
      return fail(Key, "a key is a word");
    if (To.find(Key.Text))
      M.add(Key, "the key " + quoted(Key.Text) + " stands here twice");
    if (!build(Entry.getValue(), Value, Depth + 1))
      return false;
    if (Value.Raw.empty() ||
        (Value.K == Node::Scalar && Value.Text.empty() && !Value.Quoted))
      Value.Raw = StringRef(Key.Raw.end(), 0);
    To.Keys.push_back(std::move(Key));
    To.Items.push_back(std::move(Value));
  }
  return !Broken;
}

namespace {
struct ParserErrors {
  Mistakes *M;
  bool Broken = false;
};
} // namespace

std::unique_ptr<Node> mde::models::readYaml(llvm::MemoryBufferRef File,
                                            Mistakes &M) {
  if (File.getBufferSize() > MaxBytes) {
    M.add(File.getBufferStart(), "the model is too large");
    return nullptr;
  }
  if (size_t Nul = File.getBuffer().find('\0'); Nul != StringRef::npos) {
    M.add(File.getBufferStart() + Nul,
          "a model is a text in UTF-8; this is a null byte");
    return nullptr;
  }

  ParserErrors Errors{&M};
  llvm::SourceMgr SM;
  SM.setDiagHandler(
      [](const llvm::SMDiagnostic &D, void *Context) {
        auto &E = *static_cast<ParserErrors *>(Context);
        if (!E.Broken)
          E.M->add(D.getLoc().getPointer(),
                   "this is not YAML: " + D.getMessage());
        E.Broken = true;
      },
      &Errors);
  llvm::yaml::Stream Stream(File, SM, /*ShowColors=*/false);
  auto Root = std::make_unique<Node>();
  llvm::yaml::document_iterator Doc = Stream.begin();
  if (Doc == Stream.end()) {
    M.add(File.getBufferStart(), "the model is empty");
    return nullptr;
  }
  if (!TreeBuilder(File.getBuffer(), M, Errors.Broken)
           .build(Doc->getRoot(), *Root, 0) ||
      Errors.Broken || Stream.failed()) {
    if (!M.any())
      M.add(File.getBufferStart(), "this is not YAML");
    return nullptr;
  }
  return Root;
}

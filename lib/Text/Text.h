//===- Text/Text.h - Text whose parts may be unknown ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the engine knows about a string. A Text is one of up to eight
// alternatives; each is a Pattern: literal pieces and holes, in order.
//
//   "https://" {region} ".api.security.microsoft.com/api/machines"
//
// A hole is an unknown string with an identity (two tests of the same hole
// agree) and an origin (where its value came from, for people to read). A
// literal piece remembers where it was written.
//
// All values are immutable and cheap to copy. No operation guesses: a question
// that the known parts do not settle is answered Maybe, a result that they do
// not determine has a hole.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_TEXT_TEXT_H
#define MDE_TEXT_TEXT_H

#include "Text/Loc.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mde {

/// The answer to a question about values that may be partly unknown.
enum class Tri { No, Maybe, Yes };
inline Tri operator!(Tri T) {
  return T == Tri::No ? Tri::Yes : T == Tri::Yes ? Tri::No : Tri::Maybe;
}
inline Tri triOf(bool B) { return B ? Tri::Yes : Tri::No; }

/// Numbers an unknown value: the same number is the same unknown. 0 is an
/// unknown without identity, which is not even known to equal itself.
using SymbolId = uint32_t;

/// Where an unknown value came from. Kinds that verdicts depend on have names
/// of their own; the rest is Runtime.
struct Origin {
  enum Kind : uint8_t {
    Runtime,  ///< A value that only execution knows: input, file, environment.
    Outside,  ///< From code nobody has seen: a caller or writer of a global.
    Response, ///< Read from the response of a request; see Host.
    Bound,    ///< Given up because a bound of the engine was reached.
    Unknown,  ///< A construct or library function that is not understood.
    Number    ///< A number printed in decimal: digits, perhaps a sign.
  };
  Kind K = Runtime;
  std::string What; ///< For people: "parameter 'path'", "getenv(\"HOME\")".
  Loc At;
  std::string Host; ///< Response only: the host it came from, where known.
};
using OriginRef = std::shared_ptr<const Origin>;
OriginRef makeOrigin(Origin::Kind K, llvm::StringRef What, Loc At = {});

/// An unknown string inside a pattern.
struct Hole {
  SymbolId Symbol = 0;
  OriginRef From;
  bool NotEmpty = false; ///< A branch or its making showed that it is not "".
  bool OneLine = false;  ///< Holds no CR or LF (part of a header line).
};

/// A literal piece or a hole.
struct Piece {
  std::string Literal;       ///< Meaningful when !IsHole; never empty then.
  std::optional<Hole> AHole; ///< Set for a hole.
  Loc At;                    ///< Where the literal was written.

  bool isHole() const { return AHole.has_value(); }
  static Piece literal(llvm::StringRef S, Loc At) {
    return {S.str(), std::nullopt, At};
  }
  static Piece hole(Hole H) { return {"", std::move(H), {}}; }
};

/// One way a text can look: pieces in order. Equality and order compare what
/// the text can be (content and hole symbols), not locations, nor how literal
/// text is cut into pieces.
class Pattern {
public:
  /// A pattern that would have more pieces loses where its literals were
  /// written, then its tail, which becomes a hole of origin Bound.
  static constexpr unsigned MaxPieces = 64;
  /// A concatenation with more literal bytes keeps the first KeptBytes of them
  /// and a hole of origin Bound. A single literal may have any length.
  static constexpr size_t MaxBytes = 64 * 1024, KeptBytes = 16 * 1024;

  Pattern() = default;
  /// \p Fresh names the hole that stands for what exceeds a bound.
  explicit Pattern(std::vector<Piece> Pieces, SymbolId Fresh = 0);

  llvm::ArrayRef<Piece> pieces() const {
    return P ? llvm::ArrayRef<Piece>(*P) : llvm::ArrayRef<Piece>();
  }
  bool isLiteral() const;
  /// The text, when it is fully known.
  std::optional<std::string> literal() const;
  /// The literal text before the first hole.
  std::string knownPrefix() const;
  /// The literal text after the last hole.
  std::string knownSuffix() const;
  Tri isEmpty() const;

  friend bool operator==(const Pattern &A, const Pattern &B) {
    return compare(A, B) == 0;
  }
  friend bool operator<(const Pattern &A, const Pattern &B) {
    return compare(A, B) < 0;
  }
  static int compare(const Pattern &A, const Pattern &B);

private:
  std::shared_ptr<const std::vector<Piece>> P;
};

/// A string value: one of a few patterns. Never without alternatives.
class Text {
public:
  static constexpr unsigned MaxAlternatives = 8;

  Text() : Alts{Pattern()} {} ///< The empty text.
  /*implicit*/ Text(Pattern P) : Alts{std::move(P)} {}
  static Text literal(llvm::StringRef S, Loc At = {});
  static Text hole(Hole H);
  static Text hole(SymbolId Symbol, OriginRef From);
  /// The alternatives of all \p Texts. Past MaxAlternatives, the common prefix
  /// and suffix are kept; between them stands a hole with symbol \p Fresh and
  /// origin Bound.
  static Text join(llvm::ArrayRef<Text> Texts, SymbolId Fresh);
  /// As join(), but of different texts only the common prefix is kept: what a
  /// loop appends to, again and again, comes to an end.
  static Text widen(llvm::ArrayRef<Text> Texts, SymbolId Fresh);

  llvm::ArrayRef<Pattern> alternatives() const { return Alts; }
  bool isLiteral() const { return Alts.size() == 1 && Alts[0].isLiteral(); }
  std::optional<std::string> literal() const;
  Tri isEmpty() const;
  /// Some alternative has a literal piece.
  bool isPartlyKnown() const;
  /// The length in bytes, when every alternative has the same known length.
  std::optional<uint64_t> length() const;

  friend bool operator==(const Text &A, const Text &B) {
    return A.Alts == B.Alts;
  }
  friend bool operator!=(const Text &A, const Text &B) { return !(A == B); }
  friend bool operator<(const Text &A, const Text &B) {
    return A.Alts < B.Alts;
  }

  /// Applies \p F to each alternative and joins the results.
  Text map(llvm::function_ref<Pattern(const Pattern &)> F) const;
  /// Renames the symbols of holes; \p F may replace a hole by pieces.
  Text mapHoles(llvm::function_ref<Piece(const Hole &)> F) const;
  void forEachHole(llvm::function_ref<void(const Hole &)> F) const;

private:
  friend Text concat(const Text &, const Text &, SymbolId);
  explicit Text(std::vector<Pattern> A) : Alts(std::move(A)) {}
  std::vector<Pattern> Alts; ///< Sorted, distinct, at most MaxAlternatives.
};

/// \p A followed by \p B; the cross product of their alternatives. \p Fresh
/// names the hole that stands for what exceeds MaxAlternatives.
Text concat(const Text &A, const Text &B, SymbolId Fresh = 0);

/// The bytes [\p Pos, \p Pos + \p Len) of \p T, \p Len npos for the rest. What
/// lies behind a hole is unknown: a hole with symbol \p Fresh.
Text substr(const Text &T, uint64_t Pos, uint64_t Len, SymbolId Fresh,
            OriginRef Why);
constexpr uint64_t TextNpos = ~uint64_t(0);

/// Questions. Case is ASCII only.
Tri equals(const Text &A, const Text &B);
Tri equalsLiteral(const Pattern &A, llvm::StringRef B, bool IgnoreCase = false);
Tri startsWith(const Pattern &A, llvm::StringRef Prefix,
               bool IgnoreCase = false);
Tri endsWith(const Pattern &A, llvm::StringRef Suffix);
Tri contains(const Pattern &A, llvm::StringRef Needle);
/// The position of the first \p Needle, where the known prefix shows it.
std::optional<uint64_t> find(const Pattern &A, llvm::StringRef Needle);

/// ASCII case changes; a hole keeps its symbol only where case can't matter.
Text toLower(const Text &T);
Text toUpper(const Text &T);

/// Readable form for tests and messages: `"https://" {parameter 'host'} "/x"`;
/// alternatives are separated by ` | `.
std::string print(const Pattern &P);
std::string print(const Text &T);
/// For messages to people: literals bare, holes as `{...}`: `https://{host}/x`.
std::string display(const Pattern &P);
std::string display(const Text &T);

} // namespace mde

#endif // MDE_TEXT_TEXT_H

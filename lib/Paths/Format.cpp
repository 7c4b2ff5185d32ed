//===- Paths/Format.cpp - Format strings ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The formatting languages: C's printf (C17 7.21.6.1), the replacement fields
// of std::format and {fmt}, QString's %1 and boost::format's %1% and %s. A
// directive that is not understood prints as a hole; a format that is not known
// makes the whole a hole.
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

Text ModelCall::numberText(const Value &V) {
  Value N = M.scalarOf(V);
  if (N.isInt())
    return Text::literal(std::to_string(N.I), M.At);
  OriginRef Why = M.origin(Origin::Number, "a number");
  Hole H;
  // The same unknown number prints the same.
  H.Symbol = N.isSymbol() ? N.S : D.fresh(Why);
  H.From = Why;
  H.NotEmpty = true;
  H.OneLine = true;
  return Text::hole(H);
}

Text ModelCall::printed(const Value &V, bool AsChar) {
  Value S = V;
  if (V.isRef() && V.I < 0) {
    const Node &N = D.node(V.N);
    if (N.Val.isInt() || N.Val.isSymbol() || N.Val.isNull())
      S = N.Val;
  }
  if (S.isInt()) {
    if (AsChar)
      return Text::literal(std::string(1, char(S.I)), M.At);
    return numberText(S);
  }
  if (S.isNull())
    return Text();
  if (S.isSymbol()) {
    const ir::Type *Ty = D.Symbols[S.S].Ty;
    if (Ty && (Ty->K == ir::Type::Int || Ty->K == ir::Type::Enum || Ty->K == ir::Type::Bool))
      return numberText(S);
  }
  return M.textOf(S.isText() ? S : V);
}

/// Applies a width: known only where the printed text is.
static Text padded(ModelCall &, const Text &T, int64_t Width, bool Left, char Fill, Loc At) {
  auto N = T.length();
  if (Width <= 0 || (N && int64_t(*N) >= Width))
    return T;
  auto L = T.literal();
  if (!L)
    return T; // Spaces before or after a hole: part of what is not known.
  std::string Pad(Width - L->size(), Fill);
  if (Fill == '0' && !L->empty() && (*L)[0] == '-' && !Left)
    return Text::literal("-" + Pad + L->substr(1), At);
  return Text::literal(Left ? *L + Pad : Pad + *L, At);
}

Text ModelCall::printf(llvm::ArrayRef<Value> Given) {
  std::vector<Value> Values(Given.begin(), Given.end());
  bool Open = false;
  // A va_list stands for what it holds.
  if (NodeId Rest = Values.size() > 1 ? M.restIn(Values.back()) : 0) {
    Values.pop_back();
    for (NodeId N : D.node(Rest).Elems)
      Values.push_back(D.node(N).Val);
    Open = D.node(Rest).Open != nullptr;
  }
  Text FormatText = M.textOf(Values.empty() ? Value() : Values[0]);
  auto Format = FormatText.literal();
  if (FormatText.alternatives().size() > 1) {
    std::vector<Text> Ways;
    for (const Pattern &P : FormatText.alternatives()) {
      Values[0] = Value::text(Text(P));
      Ways.push_back(printf(Values));
    }
    return Text::join(Ways, D.fresh(nullptr));
  }
  if (!Format)
    return FormatText.alternatives()[0].knownPrefix().empty()
               ? holeText(Origin::Runtime, "text with an unknown format")
               : concat(substr(FormatText, 0, FormatText.alternatives()[0].knownPrefix().find('%'), D.fresh(nullptr), M.origin(Origin::Runtime, "a format")),
                        holeText(Origin::Runtime, "text with an unknown format"));
  Loc FormatAt = FormatText.alternatives()[0].pieces().empty() ? M.At : FormatText.alternatives()[0].pieces()[0].At;
  Text Whole;
  size_t Next = 1;
  auto Take = [&]() -> Value {
    if (Next < Values.size())
      return Values[Next++];
    return D.freshValue(M.origin(Open ? Origin::Outside : Origin::Runtime, "an argument that is not there"));
  };
  llvm::StringRef F = *Format;
  while (!F.empty()) {
    size_t Percent = F.find('%');
    Whole = concat(Whole, Text::literal(F.take_front(Percent), FormatAt));
    if (Percent == llvm::StringRef::npos)
      break;
    F = F.drop_front(Percent + 1);
    bool Left = false, Zero = false, Known = true;
    while (!F.empty() && llvm::StringRef("-+ #0'").contains(F[0])) {
      Left |= F[0] == '-';
      Zero |= F[0] == '0';
      Known &= F[0] == '-' || F[0] == '0';
      F = F.drop_front();
    }
    Value Limit; // the last width or precision that was an argument
    auto Number = [&](int64_t None) -> std::optional<int64_t> {
      if (F.consume_front("*")) {
        Value V = Limit = M.scalarOf(Take());
        return V.isInt() ? std::optional(V.I) : std::nullopt;
      }
      unsigned long long N;
      return F.consumeInteger(10, N) ? None : int64_t(N);
    };
    auto Width = Number(0);
    std::optional<int64_t> Precision = -1;
    if (F.consume_front("."))
      Precision = Number(0);
    while (!F.empty() && llvm::StringRef("hljztLqIw").contains(F[0])) {
      bool I64 = F.consume_front("I64") || F.consume_front("I32");
      if (!I64)
        F = F.drop_front();
    }
    if (F.empty())
      break;
    char Conversion = F[0];
    F = F.drop_front();
    Text Part;
    switch (Conversion) {
    case '%':
      Part = Text::literal("%", FormatAt);
      break;
    case 's':
    case 'S': {
      Value V = Take();
      Part = M.textOf(V);
      if (!Precision && M.offsetFromLength(Limit, Part) == 0)
        break;
      if (!Precision)
        Part = partOf(Part, "");
      else if (*Precision >= 0)
        Part = substr(Part, 0, *Precision, D.fresh(nullptr), M.originOfPart(Part));
      break;
    }
    case 'c':
    case 'C':
      Part = printed(Take(), true);
      if (!Part.isLiteral())
        Part = holeText(Origin::Runtime, "a character");
      break;
    case 'd':
    case 'i':
    case 'u': {
      Value V = M.scalarOf(Take());
      Part = Known && *Precision <= 0 ? numberText(V) : numberText(D.freshValue(nullptr));
      break;
    }
    case 'x':
    case 'X':
    case 'o': {
      Value V = M.scalarOf(Take());
      if (V.isInt() && Known && *Precision < 0 && Conversion != 'o')
        Part = Text::literal(llvm::utohexstr(V.I, Conversion == 'x'), M.At);
      else
        Part = holeText(Origin::Runtime, "a number");
      break;
    }
    case 'n':
      Take();
      continue;
    default:
      Take();
      Part = holeText(Origin::Runtime, "a formatted value");
    }
    if (!Width)
      Part = holeText(Origin::Runtime, "a padded value");
    else
      Part = padded(*this, Part, *Width, Left, Zero && !Left ? '0' : ' ', M.At);
    Whole = concat(Whole, Part, D.fresh(nullptr));
  }
  return Whole;
}

Text ModelCall::braces(llvm::ArrayRef<Value> Values) {
  Text FormatText = M.textOf(Values.empty() ? Value() : Values[0]);
  auto Format = FormatText.literal();
  if (!Format)
    return holeText(Origin::Runtime, "text with an unknown format");
  Loc FormatAt = FormatText.alternatives()[0].pieces().empty() ? M.At : FormatText.alternatives()[0].pieces()[0].At;
  Text Whole;
  size_t Next = 1;
  llvm::StringRef F = *Format;
  while (!F.empty()) {
    size_t Brace = F.find_first_of("{}");
    Whole = concat(Whole, Text::literal(F.take_front(Brace), FormatAt));
    if (Brace == llvm::StringRef::npos)
      break;
    char C = F[Brace];
    F = F.drop_front(Brace + 1);
    if (!F.empty() && F[0] == C) {
      Whole = concat(Whole, Text::literal(std::string(1, C), FormatAt));
      F = F.drop_front();
      continue;
    }
    size_t End = F.find('}');
    llvm::StringRef Field = F.take_front(End);
    F = End == llvm::StringRef::npos ? llvm::StringRef() : F.drop_front(End + 1);
    auto [Id, Spec] = Field.split(':');
    size_t Index = Next;
    bool Found = true;
    if (Id.empty()) {
      ++Next;
    } else if (unsigned long long N; !Id.getAsInteger(10, N)) {
      Index = N + 1;
    } else {
      // A named argument: fmt::arg("name", value) is an object with a name.
      Found = false;
      for (size_t I = 1; I < Values.size() && !Found; ++I)
        if (Values[I].isRef() && Values[I].I < 0)
          if (NodeId Name = D.node(Values[I].N).child("$name"))
            if (M.textOf(Value::ref(Name)).literal() == Id.str()) {
              Index = I;
              Found = true;
            }
    }
    Value V = Found && Index < Values.size() ? Values[Index] : Value();
    if (V.isRef() && V.I < 0)
      if (NodeId Named = D.node(V.N).child("$value"))
        V = D.node(Named).Val.is(Value::Unset) ? Value::ref(Named) : D.node(Named).Val;
    Text Part;
    llvm::StringRef Type = Spec;
    bool Plain = Spec.empty() || Spec == "s" || Spec == "d" || Spec == "c";
    if (!Found || Index >= Values.size() || !Plain)
      Part = holeText(Origin::Runtime, "a formatted value");
    else
      Part = printed(V, Type == "c");
    Whole = concat(Whole, Part, D.fresh(nullptr));
  }
  return Whole;
}

Text ModelCall::percent(llvm::ArrayRef<Value> Values) {
  Text T = M.textOf(Values[0]);
  Text With = printed(Values[1]);
  int Lowest = 100;
  for (const Pattern &P : T.alternatives())
    for (const Piece &Part : P.pieces())
      for (size_t At = 0; !Part.isHole() && (At = Part.Literal.find('%', At)) != std::string::npos; ++At) {
        llvm::StringRef Rest = llvm::StringRef(Part.Literal).substr(At + 1, 2);
        unsigned N;
        Rest = Rest.take_while(llvm::isDigit);
        if (!Rest.empty() && !Rest.getAsInteger(10, N) && N > 0)
          Lowest = std::min<int>(Lowest, N);
      }
  if (Lowest == 100)
    return T;
  std::string Mark = "%" + std::to_string(Lowest);
  Text Whole;
  bool FirstWay = true;
  std::vector<Text> Ways;
  for (const Pattern &P : T.alternatives()) {
    Text Way;
    for (const Piece &Part : P.pieces()) {
      if (Part.isHole()) {
        Way = concat(Way, Text::hole(*Part.AHole));
        continue;
      }
      llvm::StringRef Rest = Part.Literal;
      for (size_t At; (At = Rest.find(Mark)) != llvm::StringRef::npos;) {
        Way = concat(Way, Text::literal(Rest.take_front(At), Part.At));
        Way = concat(Way, With);
        Rest = Rest.drop_front(At + Mark.size());
      }
      Way = concat(Way, Text::literal(Rest, Part.At));
    }
    Ways.push_back(std::move(Way));
    FirstWay = false;
  }
  (void)FirstWay;
  return Ways.size() == 1 ? Ways[0] : Text::join(Ways, D.fresh(nullptr));
}

Text ModelCall::boostFormat(const Value &Format, const Value &V) {
  Text T = M.textOf(Format), With = printed(V);
  auto L = T.alternatives().size() == 1 ? std::optional(T.alternatives()[0]) : std::nullopt;
  if (!L)
    return holeText(Origin::Runtime, "a formatted text");
  // %N% in order of N; else the next %s, %d or %|...|.
  Text Whole;
  bool Done = false;
  int Lowest = 100;
  for (const Piece &Part : L->pieces())
    for (size_t At = 0; !Part.isHole() && (At = Part.Literal.find('%', At)) != std::string::npos; ++At) {
      llvm::StringRef Rest = llvm::StringRef(Part.Literal).drop_front(At + 1);
      unsigned N;
      llvm::StringRef Digits = Rest.take_while(llvm::isDigit);
      if (!Digits.empty() && Rest.drop_front(Digits.size()).starts_with("%") && !Digits.getAsInteger(10, N))
        Lowest = std::min<int>(Lowest, N);
    }
  std::string Mark = "%" + std::to_string(Lowest) + "%";
  for (const Piece &Part : L->pieces()) {
    if (Part.isHole()) {
      Whole = concat(Whole, Text::hole(*Part.AHole));
      continue;
    }
    llvm::StringRef Rest = Part.Literal;
    while (!Done || Lowest < 100) {
      size_t At = Lowest < 100 ? Rest.find(Mark) : std::min(Rest.find("%s"), Rest.find("%d"));
      if (At == llvm::StringRef::npos)
        break;
      Whole = concat(Whole, Text::literal(Rest.take_front(At), Part.At));
      Whole = concat(Whole, With);
      Rest = Rest.drop_front(At + (Lowest < 100 ? Mark.size() : 2));
      Done = true;
    }
    Whole = concat(Whole, Text::literal(Rest, Part.At));
  }
  return Whole;
}

} // namespace mde::paths

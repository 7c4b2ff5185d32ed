//===- fuzz/Lines.cpp - Changes of programs, line by line -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lines.h"
#include "Fuzz.h"
#include "llvm/ADT/StringExtras.h"
#include <random>

using namespace mde::fuzz;
using namespace llvm;

extern "C" size_t LLVMFuzzerMutate(uint8_t *Data, size_t Size, size_t MaxSize);

using Lines = std::vector<std::string>;

static Lines linesOf(StringRef Text) {
  Lines All;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    All.push_back(Line.str());
    Text = Rest;
  }
  return All;
}

static size_t put(const Lines &All, uint8_t *Out, size_t MaxSize) {
  std::string Text = join(All, "\n") + "\n";
  size_t Size = std::min(Text.size(), MaxSize);
  std::copy_n(Text.begin(), Size, Out);
  return Size;
}

/// Where the words of a line are: texts in quotes, temporaries, names, numbers.
static std::vector<std::pair<size_t, size_t>> wordsOf(StringRef Line) {
  std::vector<std::pair<size_t, size_t>> Words;
  for (size_t I = 0; I < Line.size();) {
    size_t Begin = I;
    if (Line[I] == '"') {
      for (++I; I < Line.size() && Line[I] != '"'; ++I)
        I += Line[I] == '\\';
      I = std::min(I + 1, Line.size());
    } else if (Line[I] == '%' || isAlnum(Line[I])) {
      for (++I; I < Line.size() && (isAlnum(Line[I]) || Line[I] == '-'); ++I)
        ;
    } else {
      ++I;
      continue;
    }
    Words.push_back({Begin, I - Begin});
  }
  return Words;
}

namespace {
struct Choice {
  std::minstd_rand Random;
  size_t below(size_t End) { return std::uniform_int_distribution<size_t>(0, End - 1)(Random); }
};
} // namespace

/// Another word of the same sort, from anywhere in the program.
static void exchangeWord(Lines &All, Choice &C) {
  std::string &Line = All[C.below(All.size())];
  auto Words = wordsOf(Line);
  if (Words.empty())
    return;
  auto [At, Length] = Words[C.below(Words.size())];
  for (unsigned Tries = 0; Tries != 8; ++Tries) {
    StringRef Other = All[C.below(All.size())];
    auto Theirs = wordsOf(Other);
    if (Theirs.empty())
      continue;
    auto [From, Size] = Theirs[C.below(Theirs.size())];
    auto Sort = [](char Ch) { return isAlpha(Ch) ? 'a' : isDigit(Ch) ? '0' : Ch; };
    if (Sort(Other[From]) != Sort(Line[At]))
      continue;
    Line.replace(At, Length, Other.substr(From, Size).str());
    return;
  }
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *Data, size_t Size, size_t MaxSize, unsigned Seed) {
  Choice C{std::minstd_rand(Seed)};
  Lines All = linesOf(bytes(Data, Size));
  if (All.size() < 2 || C.below(8) == 0)
    return LLVMFuzzerMutate(Data, Size, MaxSize);
  for (size_t Changes = 1 + C.below(3); Changes != 0 && All.size() > 1; --Changes) {
    size_t A = C.below(All.size()), B = C.below(All.size());
    switch (C.below(8)) {
    case 0:
      All.erase(All.begin() + A);
      break;
    case 1:
      All.insert(All.begin() + B, All[A]);
      break;
    case 2:
      std::swap(All[A], All[B]);
      break;
    default:
      exchangeWord(All, C);
    }
  }
  return put(All, Data, MaxSize);
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t *A, size_t SizeA, const uint8_t *B, size_t SizeB, uint8_t *Out,
                                            size_t MaxSize, unsigned Seed) {
  Choice C{std::minstd_rand(Seed)};
  Lines All = linesOf(bytes(A, SizeA)), Other = linesOf(bytes(B, SizeB));
  if (All.empty() || Other.empty())
    return 0;
  size_t First = C.below(Other.size());
  size_t Last = First + 1 + C.below(std::min<size_t>(Other.size() - First, 12));
  All.insert(All.begin() + C.below(All.size() + 1), Other.begin() + First, Other.begin() + std::min(Last, Other.size()));
  return put(All, Out, MaxSize);
}

//===- fuzz/Lines.h - Changes of programs, line by line ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Most bytes of a textual program that are changed make it no program. Changes that
// leave more of them whole: lines are taken out, said twice, exchanged or taken from
// another program, and a name, number or text takes the place of another one.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_FUZZ_LINES_H
#define MDE_FUZZ_LINES_H

#include <cstddef>
#include <cstdint>

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *Data, size_t Size, size_t MaxSize, unsigned Seed);
extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t *A, size_t SizeA, const uint8_t *B, size_t SizeB, uint8_t *Out,
                                            size_t MaxSize, unsigned Seed);

#endif // MDE_FUZZ_LINES_H

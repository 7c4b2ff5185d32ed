/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef TRUTH_CHOICE_INTERNAL_H
#define TRUTH_CHOICE_INTERNAL_H

/* Asks the runner: 0 .. count - 1. */
int truth_answer(const char *name, int count);

#endif

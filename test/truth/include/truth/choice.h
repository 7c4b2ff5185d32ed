/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

   What a case takes from outside. The runner runs the case for every sequence
   of answers; the checker sees declarations only, and is given them as those of
   a system header. Every call is asked anew: two calls may answer differently,
   whatever their names. */
#ifndef TRUTH_CHOICE_H
#define TRUTH_CHOICE_H

#ifdef __cplusplus
#define TRUTH_NOEXCEPT noexcept
extern "C" {
#else
#define TRUTH_NOEXCEPT
#endif

/* 0 or 1. */
int truth_flag(const char *name) TRUTH_NOEXCEPT;

/* 0 .. count - 1. The checker doesn't know the bound: let the last answer be
   the default of a switch, the else of a chain. */
int truth_choice(const char *name, int count) TRUTH_NOEXCEPT;

/* Always the sample, which the checker takes for any text. */
const char *truth_text(const char *name, const char *sample) TRUTH_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif

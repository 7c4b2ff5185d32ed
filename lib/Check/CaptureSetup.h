//===- Check/CaptureSetup.h - What capture knows of models ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Capture knows no library; whoever captures tells it what the models say. The
// one place where that is done, for all doors.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CHECK_CAPTURESETUP_H
#define MDE_CHECK_CAPTURESETUP_H

#include "Capture/Capture.h"
#include "Models/Headers.h"

namespace mde::check {

/// Options with which capture lowers what \p M, which must outlive them, does
/// not describe.
CaptureOptions captureOptions(const models::Models &M);

} // namespace mde::check

#endif // MDE_CHECK_CAPTURESETUP_H

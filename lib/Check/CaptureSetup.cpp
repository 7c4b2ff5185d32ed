//===- Check/CaptureSetup.cpp - What capture knows of models --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Check/CaptureSetup.h"

using namespace mde;
using llvm::StringRef;

CaptureOptions check::captureOptions(const models::Models &M) {
  CaptureOptions O;
  auto Headers =
      std::make_shared<const models::HttpHeaders>(models::HttpHeaders::of(M));
  O.IsLibraryHeader = [Headers](StringRef File) {
    return Headers->contain(File);
  };
  O.IsModelled = [&M](StringRef Name) { return M.models(Name); };
  O.MayDeclare = [&M](StringRef Name, StringRef File) {
    return M.mayDeclare(Name, File);
  };
  O.Constructs = [&M](StringRef Name, StringRef Class) { return M.constructs(Name, Class); };
  O.IsRequestCall = [&M](StringRef Name) { return M.isHttp(Name); };
  O.LowerBody = [&M](StringRef Name) { return M.lowersBody(Name); };
  return O;
}

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ATL and MFC share CString.
#include "../../mfc/include/atlstr.h"

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Takes the macros of ApiClient_define.hpp back.
#undef API_CLIENT_INIT
#undef HEADER
#undef PATH
#undef QUERY
#undef BODY_STRING
#undef API_CALL
#undef API_CALL_ASYNC
#undef API_CALL_HEADERS

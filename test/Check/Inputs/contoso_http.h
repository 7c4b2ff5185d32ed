// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
struct contoso_request;
contoso_request *contoso_new();
void contoso_url(contoso_request *request, const char *url);
void contoso_agent(contoso_request *request, const char *agent);
int contoso_send(contoso_request *request);

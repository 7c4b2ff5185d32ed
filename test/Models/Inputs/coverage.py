# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fails when a library's public function that takes or returns one of its
request, session or header types is neither in its model nor in uncovered.txt.

coverage.py MDE-IR CLANG SCRATCH

What has no effect on requests is in the model, too, as an entry without steps, unless
it writes to what it is given.
"""
import json
import os
import re
import subprocess
import sys

from headers import HEADERS, run_clang

mde_ir, clang, scratch = sys.argv[1:]

# Sets of headers (of headers.py), what the names of the library's declarations hold
# (one of several words), and its types.
LIBRARIES = {
    "libcurl.yaml": (["libcurl"], "curl_", r"CURL|CURLM|CURLU|struct curl_slist"),
    "libevent.yaml": (["libevent"], "evhttp_", "struct (evhttp_connection|evhttp_request|evkeyvalq|evhttp_uri)"),
    "neon.yaml": (["neon", "neon, RFC 3744"], "ne_", "ne_session|ne_request|ne_propfind_handler|ne_uri"),
    "serf.yaml": (["serf"], "serf_", "serf_connection_t|serf_request_t|serf_bucket_t"),
    "pistache.yaml": (["Pistache"], "Pistache::Http",
                      r"(Pistache::Http::)?(Experimental::)?(Client|RequestBuilder)"),
    "libsoup.yaml": (["libsoup 2.4", "libsoup 3.0"], "soup_",
                     "SoupSession|SoupMessage|SoupMessageHeaders|SoupRequest|SoupRequestHTTP|SoupURI|GUri"),
    "winhttp.yaml": (["WinHTTP"], "WinHttp", r"HINTERNET|LPURL_COMPONENTSW?|LPURL_COMPONENTS"),
    "wininet.yaml": (["WinINet"], "Internet Http", r"HINTERNET|LPURL_COMPONENTS[AW]?|LPINTERNET_BUFFERS[AW]"),
    "msxml.yaml": (["MSXML"], "XMLHTTPRequest", "IXMLHTTPRequest|IServerXMLHTTPRequest"),
    "winhttprequest.yaml": (["WinHttpRequest"], "IWinHttpRequest", "IWinHttpRequest"),
    "mfc.yaml": (["MFC"], "CInternetSession CHttpConnection CHttpFile", "CInternetSession|CHttpConnection|CHttpFile"),
    "atl-http.yaml": (["ATL"], "ATL::CAtlHttpClientT ATL::CAtlNavigateData ATL::CUrl",
                      "(ATL::)?(CAtlHttpClientT|CUrl|CAtlNavigateData|ATL_NAVIGATE_DATA)"),
    "urlmon.yaml": (["urlmon"], "URL", "LPBINDSTATUSCALLBACK"),
    "curlpp.yaml": (["curlpp"], "curlpp", r"(curlpp::)?(Easy|Multi|OptionBase|Option|OptionTrait)"),
    "qt-network.yaml": (["Qt 5 Network", "Qt 6 Network", "Qt 6.8"], "QNetwork QHttpHeaders QRest",
                        "QNetworkRequest|QNetworkAccessManager|QNetworkReply|QHttpHeaders|QNetworkRequestFactory|"
                        "QRestAccessManager|QRestReply"),
    "winrt-http.yaml": (["winrt-http"], "winrt",
                        r"winrt::impl::consume_Windows_Web_Http_I.*|winrt::impl::consume_Windows_Web_Http_Headers_IHttp(Request|ProductInfo)HeaderValue.*|"
                        r"(Windows::Web::Http::)?(Http(Client|RequestMessage|Response(Message)?|RequestHeaderCollection))"),
    "azure-core.yaml": (["Azure SDK for C++"], "Azure", r"(Azure::Core::)?(Http::)?(_internal::)?(Request|HttpPipeline|RawResponse|Url)"),
    "drogon.yaml": (["Drogon"], "drogon", r"(drogon::)?(HttpClient|HttpRequest|HttpResponse)(Ptr)?"),
    "mongoose.yaml": (["Mongoose", "Mongoose 6", "Mongoose 7.4"], "mg_", r"struct mg_(connection|http_message)"),
    "restclient-cpp.yaml": (["restclient-cpp"], "RestClient", r"(RestClient::)?(Connection|Response|HeaderFields)"),
    "ixwebsocket.yaml": (["IXWebSocket"], "ix", r"(ix::)?(HttpClient|HttpRequestArgs|HttpResponse)(Ptr)?"),
    "cpr.yaml": (["cpr"], "cpr", r"(cpr::)?(Session|MultiPerform|Interceptor|Header|Url|UserAgent)"),
    "libhv.yaml": (["libhv"], "hv::HttpClient hv::AsyncHttpClient HttpRequest HttpResponse HttpMessage http_client requests",
                   r"http_client_[st]|(hv::)?(HttpClient|AsyncHttpClient)|Http(Request|Response|Message)(Ptr)?|Response|Request"),
    "juce.yaml": (["JUCE"], "juce::URL juce::WebInputStream juce::InputStream",
                  r"(juce::)?(URL|WebInputStream|InputStream)|(juce::URL::)?(InputStreamOptions|DownloadTaskOptions|DownloadTask)"),
    "oatpp.yaml": (["Oat++"], "oatpp", r"(oatpp::)?(web::client::)?(RequestExecutor|HttpRequestExecutor|ApiClient)|"
                   r"(oatpp::)?(web::)?(protocol::http::)?(incoming::)?(Headers|Response)|oatpp::data::share::LazyStringMapTemplate|"
                   r"oatpp::(network::tcp|openssl)::client::ConnectionProvider"),
    "simple-web-server.yaml": (["Simple-Web-Server"], "SimpleWeb::ClientBase",
                               r"SimpleWeb::ClientBase(::Content|::Response)?|CaseInsensitiveMultimap"),
    "cpp-httplib.yaml": (["cpp-httplib"], "httplib",
                         r"(httplib::)?(Client|ClientImpl|SSLClient|Request|Response|Result|Headers)"),
    "cpprestsdk.yaml": (["C++ REST SDK"], "web::",
                        r"((web::)?http::)?(client::)?(http_client|http_request|http_headers|http_pipeline_stage)|(web::)?uri_builder"),
    "boost-beast.yaml": (["Boost.Beast"], "boost::beast::http",
                         r"(boost::beast::http::)?(message|request|header|basic_fields|fields|serializer)"),
    "poco.yaml": (["POCO Net"], "Poco",
                  r"(Poco::Net::)?(HTTPClientSession|HTTPSClientSession|HTTPSession|HTTPRequest|NameValueCollection|MessageHeader|HTTPMessage|HTMLForm)"),
    "poco-foundation.yaml": (["POCO Foundation"], "Poco", r"(Poco::)?URI"),
    "wxwidgets.yaml, wxHTTP": (["wxWidgets"], "wxHTTP", "wxHTTP"),
    "wxwidgets.yaml, wxURL": (["wxWidgets"], "wxURL", "wxURL"),
    "wxwidgets.yaml, wxWebRequest": (["wxWidgets"], "wxWeb", "wxWebSession|wxWebRequest|wxWebResponse|wxWebRequestEvent"),
    "wx-string.yaml": (["wxWidgets"], "wxURI", "wxURI"),
}


def declarations(library):
    """The qualified name, the types in its signature and the class of each public function."""
    sets, names, _ = LIBRARIES[library]
    for kind, flags, headers in (HEADERS[s] for s in sets):
        for name in names.split():
            yield from declared(kind, flags, headers, name)


def declared(kind, flags, headers, names):
    text = run_clang(clang, scratch, kind, flags, "".join(f"#include <{h}>\n" for h in headers),
                     "-Xclang", "-ast-dump=json", "-Xclang", f"-ast-dump-filter={names}")
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        tree, at = decoder.raw_decode(text, at)
        at += len(text[at:]) - len(text[at:].lstrip())
        yield from functions(tree, names.rpartition("::")[0] + "::" if "::" in names else "")


def functions(node, scope):
    kind, name = node.get("kind", ""), node.get("name", "")
    if node.get("isImplicit"):
        return
    if kind in ("NamespaceDecl", "LinkageSpecDecl", "ClassTemplateDecl") or (
            kind == "CXXRecordDecl" and node.get("completeDefinition")):
        inner = scope + name + "::" if name and kind != "ClassTemplateDecl" and not node.get("isInline") else scope
        public = kind != "CXXRecordDecl" or node.get("tagUsed") != "class"
        for child in node.get("inner", []):
            if child.get("kind") == "AccessSpecDecl":
                public = child["access"] == "public"
            elif public:
                yield from functions(child, inner)
    elif kind == "FunctionTemplateDecl":
        # The first is the template, what follows are its instantiations.
        own = [child for child in node.get("inner", []) if child.get("kind", "").startswith(("Function", "CXX"))]
        yield from functions(own[0], scope) if own else ()
    elif kind in ("FunctionDecl", "CXXMethodDecl", "CXXConstructorDecl", "CXXConversionDecl"):
        # Copies and moves, and definitions of what a class has declared.
        if "parentDeclContextId" not in node and not node.get("explicitlyDefaulted") and not node.get("explicitlyDeleted"):
            plain = re.sub(r"(?<=\w)<.*", "", name) if kind == "CXXConstructorDecl" else name
            yield scope + plain, node["type"]["qualType"], scope.removesuffix("::")


def modelled():
    out = subprocess.run([mde_ir, "models", "--functions"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return {line.split(" ", 1)[1] for line in out.splitlines()}


with open(os.path.join(os.path.dirname(__file__), "uncovered.txt")) as file:
    UNCOVERED = {name: False for line in file for name in line.split("#")[0].split()}
known = modelled()
missing = 0
for library, (_, _, types) in LIBRARIES.items():
    seen = {}
    for name, signature, scope in declarations(library):
        if re.search(rf"(?<![\w:])({types})(?!\w)", signature) or re.fullmatch(types, scope):
            seen[name] = signature
    if not seen:
        sys.exit(f"{library}: no function of the library was found")
    for name, signature in sorted(seen.items()):
        conversion = re.sub(r"::operator [\w:].*", "::operator T", name)
        allowed = [n for n in UNCOVERED if n == name or (n.endswith("*") and name.startswith(n[:-1]))]
        for n in allowed:
            UNCOVERED[n] |= name not in known
        if name in known or conversion in known or allowed:
            continue
        print(f"{library}: {name} is not covered: {signature}")
        missing += 1
for name, used in UNCOVERED.items():
    if not used:
        print(f"uncovered.txt: {name} is no function that is not covered: take it out")
        missing += 1
print(f"{missing} functions are not covered")
sys.exit(missing != 0)

# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The libraries' real headers, and which model describes which of them."""
import os
import subprocess
import sys

# Sets of headers that are read together: flags, then what is included.
STD = """algorithm any array atomic charconv chrono condition_variable deque forward_list fstream
functional future iomanip ios iostream iterator list locale map memory mutex numeric optional queue ranges set
shared_mutex span sstream stack stop_token string string_view thread tuple unordered_map unordered_set
utility variant vector""".split()
C = """stdio.h stdlib.h string.h strings.h wchar.h wctype.h ctype.h time.h unistd.h locale.h sys/socket.h
arpa/inet.h pthread.h threads.h signal.h dlfcn.h malloc.h""".split()
GLIB = ["-isystem/usr/include/glib-2.0", "-isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include"]
# Declarations of libraries that Debian has no package of.
OWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "libraries")


def own(library):
    return "-isystem" + os.path.join(OWN, library, "include")


HEADERS = {
    "libstdc++": ("c++", ["-std=c++20"], STD),
    "libstdc++, C++17": ("c++", ["-std=c++17"], sorted(set(STD) - {"ranges", "span", "stop_token"})),
    "libc++": ("c++", ["-std=c++23", "-stdlib=libc++"], STD + ["format"]),
    "C": ("c", ["-std=gnu17", "-D_GNU_SOURCE"], C),
    "libcurl": ("c", ["-std=gnu17"], ["curl/curl.h", "curl/mprintf.h"]),
    "neon": ("c", ["-std=gnu17"], ["neon/ne_" + h + ".h" for h in (
        "session request basic auth ssl redirect compress props locks 207 acl xmlreq uri string pkcs11").split()]),
    "neon, RFC 3744": ("c", ["-std=gnu17"], ["neon/ne_acl3744.h"]),
    "libevent": ("c", ["-std=gnu17"], ["event2/http.h", "event2/http_struct.h", "event2/event.h",
                                       "event2/buffer.h", "event2/event_compat.h", "event2/http_compat.h"]),
    "curlpp": ("c++", ["-std=c++17"], ["curlpp/" + h + ".hpp" for h in
                                       "cURLpp Easy Multi Option Options Exception Infos Form".split()]),
    "cpp-httplib": ("c++", ["-std=c++17", "-DCPPHTTPLIB_OPENSSL_SUPPORT"], ["httplib.h"]),
    "winrt-http": ("c++", ["-std=c++20", own("winrt-http")], ["winrt/Windows." + h + ".h" for h in
                   "Foundation Web.Http Web.Http.Headers Web.Http.Filters".split()]),
    "azure-core": ("c++", ["-std=c++17", own("azure-core")], ["azure/core.hpp"]),
    "drogon": ("c++", ["-std=c++17", own("drogon")], ["drogon/HttpClient.h"]),
    "mongoose": ("c", ["-std=gnu17", own("mongoose")], ["mongoose.h"]),
    "restclient-cpp": ("c++", ["-std=c++17", own("restclient-cpp")], ["restclient-cpp/restclient.h", "restclient-cpp/connection.h"]),
    "cpr": ("c++", ["-std=c++17", own("cpr")], ["cpr/cpr.h"]),
    "fmt": ("c++", ["-std=c++20"], ["fmt/core.h", "fmt/format.h", "fmt/printf.h", "fmt/ranges.h",
                                    "fmt/compile.h", "fmt/xchar.h"]),
    "absl": ("c++", ["-std=c++20"], ["absl/strings/" + h for h in (
        "str_cat.h str_format.h str_join.h string_view.h match.h ascii.h strip.h str_replace.h "
        "substitute.h").split()]),
    "absl, C++14": ("c++", ["-std=c++14"], ["absl/strings/string_view.h"]),
    "boost": ("c++", ["-std=c++20"], ["boost/format.hpp", "boost/lexical_cast.hpp"]),
    "glib": ("c", ["-std=gnu17", *GLIB], ["glib.h", "glib-object.h", "gmodule.h", "glib/gprintf.h"]),
    "libsoup 2.4": ("c", ["-std=gnu17", *GLIB, "-isystem/usr/include/libsoup-2.4", "-isystem/usr/include/libxml2"],
                    ["libsoup/soup.h"]),
    "libsoup 3.0": ("c", ["-std=gnu17", *GLIB, "-isystem/usr/include/libsoup-3.0"], ["libsoup/soup.h"]),
    "windows": ("c", ["--target=x86_64-w64-windows-gnu", "-isystem/usr/share/mingw-w64/include"],
                ["windows.h", "stdio.h", "stdlib.h", "string.h", "wchar.h", "strsafe.h"]),
}
if not os.path.exists("/usr/share/mingw-w64/include/windows.h"):
    print("not checked: names of Windows, whose headers are in the package mingw-w64-common")
    del HEADERS["windows"]
CXX = ["libstdc++", "libstdc++, C++17", "libc++"]
MODELS = {
    "libcurl.yaml": ["libcurl"],
    "cpp-httplib.yaml": ["cpp-httplib"],
    "libsoup.yaml": ["libsoup 2.4", "libsoup 3.0"],
    "neon.yaml": ["neon", "neon, RFC 3744"],
    "libevent.yaml": ["libevent"],
    "curlpp.yaml": ["curlpp"],
    "azure-core.yaml": ["azure-core"],
    "drogon.yaml": ["drogon"],
    "mongoose.yaml": ["mongoose"],
    "restclient-cpp.yaml": ["restclient-cpp"],
    "cpr.yaml": ["cpr"],
    "winrt-http.yaml": ["winrt-http"],
    "c-string.yaml": ["C"],
    "c-threads.yaml": ["C"],
    "dl.yaml": ["C", "windows"],
    "windows-text.yaml": ["windows"],
    "fmt.yaml": ["fmt"],
    "absl.yaml": ["absl", "absl, C++14"],
    "boost-format.yaml": ["boost"],
    "glib.yaml": ["glib"],
}


def run_clang(clang, scratch, kind, flags, text, *more):
    source = os.path.join(scratch, "headers." + ("c" if kind == "c" else "cpp"))
    with open(source, "w") as file:
        file.write(text)
    done = subprocess.run([clang, "-x", kind, "-w", "-fsyntax-only", *flags, *more, source],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"The headers could not be read; does scripts/packages.sh list them?\n{done.stderr[:4000]}")
    return done.stdout

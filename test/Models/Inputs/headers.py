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

QT_CORE = ["QtCore/" + h for h in """QString QByteArray QChar QStringView QStringBuilder QVariant QJsonDocument QJsonObject
QJsonArray QJsonValue QSettings QObject QCoreApplication QIODevice QList QVector QStringList QMap QHash QSet QPair QLinkedList
QVarLengthArray QQueue QStack QScopedPointer QSharedPointer QPointer QTimer QEventLoop QThread QThreadPool QUrl QUrlQuery
QRegularExpression""".split()]
QT_NETWORK = ["QtNetwork/QNetworkAccessManager", "QtNetwork/QNetworkReply", "QtNetwork/QNetworkRequest"]
QT_OTHERS = ["QtGui/QGuiApplication", "QtWidgets/QApplication", "QtWidgets/QDialog", "QtWidgets/QMainWindow", "QtConcurrent/QtConcurrent", "QtTest/QtTest"]
# Debian builds wxWidgets without wxWebRequest; a header turns it on.
WX = ["-std=c++17", "-D__WXGTK__", "-D_FILE_OFFSET_BITS=64", "-isystem/usr/include/wx-3.2",
      "-isystem/usr/lib/x86_64-linux-gnu/wx/include/gtk3-unicode-3.2", "-include",
      os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../libraries/wxwidgets/Inputs/webrequest.h")]


def own(library):
    """Declarations after the vendor's documentation, of what can't be installed."""
    return "-isystem" + os.path.join(os.path.dirname(__file__), "../../libraries", library, "include")


def qt(version):
    top = f"-isystem/usr/include/x86_64-linux-gnu/qt{version}"
    return ["-std=c++17", "-fPIC", top] + [f"{top}/Qt{part}" for part in "Core Network Gui Widgets Concurrent Test".split()]


HEADERS = {
    "libstdc++": ("c++", ["-std=c++20"], STD),
    "libstdc++, C++17": ("c++", ["-std=c++17"], sorted(set(STD) - {"ranges", "span", "stop_token"})),
    "libc++": ("c++", ["-std=c++23", "-stdlib=libc++"], STD + ["format"]),
    "C": ("c", ["-std=gnu17", "-D_GNU_SOURCE"], C),
    "sockets": ("c", ["-std=gnu17", "-D_GNU_SOURCE"], ["stdio.h", "unistd.h", "sys/socket.h", "openssl/ssl.h", "openssl/bio.h"]),
    "libcurl": ("c", ["-std=gnu17"], ["curl/curl.h", "curl/mprintf.h"]),
    "neon": ("c", ["-std=gnu17"], ["neon/ne_" + h + ".h" for h in (
        "session request basic auth ssl redirect compress props locks 207 acl xmlreq uri string pkcs11").split()]),
    "neon, RFC 3744": ("c", ["-std=gnu17"], ["neon/ne_acl3744.h"]),
    "libevent": ("c", ["-std=gnu17"], ["event2/http.h", "event2/http_struct.h", "event2/event.h",
                                       "event2/buffer.h", "event2/event_compat.h", "event2/http_compat.h"]),
    "APR": ("c", ["-std=gnu17", "-isystem/usr/include/apr-1.0"], ["apr_" + h + ".h" for h in (
        "strings pools tables uri network_io env general").split()]),
    "serf": ("c", ["-std=gnu17", "-isystem/usr/include/apr-1.0"], ["serf-1/serf.h", "serf-1/serf_bucket_util.h"]),
    "Pistache": ("c++", ["-std=c++17", "-fdelayed-template-parsing"], ["pistache/client.h"]),
    "curlpp": ("c++", ["-std=c++17"], ["curlpp/" + h + ".hpp" for h in
                                       "cURLpp Easy Multi Option Options Exception Infos Form".split()]),
    "cpp-httplib": ("c++", ["-std=c++17", "-DCPPHTTPLIB_OPENSSL_SUPPORT"], ["httplib.h"]),
    "POCO Net": ("c++", ["-std=c++17"], ["Poco/Net/" + h + ".h" for h in (
        "HTTPClientSession HTTPSClientSession HTTPRequest HTTPResponse HTMLForm HTTPSessionFactory "
        "HTTPSessionInstantiator HTTPSSessionInstantiator HTTPStreamFactory HTTPSStreamFactory WebSocket "
        "HTTPCredentials HTTPNTLMCredentials OAuth10Credentials OAuth20Credentials").split()]
        + ["Poco/URIStreamOpener.h", "Poco/URIStreamFactory.h"]),
    "POCO Foundation": ("c++", ["-std=c++17"], ["Poco/" + h + ".h" for h in (
        "URI String Format NumberFormatter SharedPtr AutoPtr StreamCopier Environment").split()]),
    "wxWidgets": ("c++", WX, ["wx/" + h + ".h" for h in (
        "string event protocol/http url uri socket sckaddr webrequest stream txtstrm sstream utils").split()]),
    "winrt-http": ("c++", ["-std=c++20", own("winrt-http")], ["winrt/Windows." + h + ".h" for h in
                   "Foundation Web.Http Web.Http.Headers Web.Http.Filters".split()]),
    "Azure SDK for C++": ("c++", ["-std=c++17", own("azure-core")], ["azure/core.hpp"]),
    "Drogon": ("c++", ["-std=c++17", own("drogon")], ["drogon/HttpClient.h"]),
    "Mongoose": ("c", ["-std=gnu17", own("mongoose")], ["mongoose.h"]),
    "Mongoose 6": ("c", ["-std=gnu17", own("mongoose") + "-6"], ["mongoose.h"]),
    "Mongoose 7.4": ("c", ["-std=gnu17", own("mongoose") + "-7.4"], ["mongoose.h"]),
    "restclient-cpp": ("c++", ["-std=c++17", own("restclient-cpp")], ["restclient-cpp/restclient.h", "restclient-cpp/connection.h"]),
    "IXWebSocket": ("c++", ["-std=c++17", own("ixwebsocket")], ["ixwebsocket/IXHttpClient.h"]),
    "cpr": ("c++", ["-std=c++17", own("cpr")], ["cpr/cpr.h"]),
    "Oat++": ("c++", ["-std=c++17", own("oatpp")], ["oatpp/web/client/ApiClient.hpp", "oatpp/network/tcp/client/ConnectionProvider.hpp"]),
    "Simple-Web-Server": ("c++", ["-std=c++17", own("simple-web-server")], ["simple-web/client_http.hpp"]),
    "JUCE": ("c++", ["-std=c++17", "-DJUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1", "-isystem/usr/share/juce/modules"],
             ["juce_core/juce_core.h"]),
    "libhv": ("c++", ["-std=c++17", own("libhv")], ["hv/requests.h", "hv/AsyncHttpClient.h"]),
    "fmt": ("c++", ["-std=c++20"], ["fmt/core.h", "fmt/format.h", "fmt/printf.h", "fmt/ranges.h",
                                    "fmt/compile.h", "fmt/xchar.h"]),
    "absl": ("c++", ["-std=c++20"], ["absl/strings/" + h for h in (
        "str_cat.h str_format.h str_join.h string_view.h match.h ascii.h strip.h str_replace.h "
        "substitute.h").split()]),
    "absl, C++14": ("c++", ["-std=c++14"], ["absl/strings/string_view.h"]),
    "boost": ("c++", ["-std=c++20"], ["boost/format.hpp", "boost/lexical_cast.hpp"]),
    "Boost.Beast": ("c++", ["-std=c++20", "-DBOOST_ASIO_HAS_CO_AWAIT", "-DBOOST_ASIO_HAS_STD_COROUTINE"],
                    ["utility", "boost/asio.hpp", "boost/asio/spawn.hpp", "boost/asio/ssl.hpp",
                     "boost/beast.hpp", "boost/beast/ssl.hpp"]),
    "C++ REST SDK": ("c++", ["-std=c++17"], ["cpprest/http_client.h", "cpprest/uri_builder.h"]),
    "glib": ("c", ["-std=gnu17", *GLIB], ["glib.h", "glib-object.h", "gmodule.h", "glib/gprintf.h"]),
    "libsoup 2.4": ("c", ["-std=gnu17", *GLIB, "-isystem/usr/include/libsoup-2.4", "-isystem/usr/include/libxml2"],
                    ["libsoup/soup.h"]),
    "libsoup 3.0": ("c", ["-std=gnu17", *GLIB, "-isystem/usr/include/libsoup-3.0"], ["libsoup/soup.h"]),
    "windows": ("c", ["--target=x86_64-w64-mingw32"],
                ["windows.h", "stdio.h", "stdlib.h", "string.h", "wchar.h", "shlwapi.h", "strsafe.h"]),
    "WinHTTP": ("c", ["--target=x86_64-w64-mingw32"], ["windows.h", "winhttp.h"]),
    "WinINet": ("c", ["--target=x86_64-w64-mingw32"], ["windows.h", "wininet.h", "shlwapi.h"]),
    "MSXML": ("c++", ["--target=x86_64-w64-mingw32"], ["windows.h", "msxml2.h"]),
    "WinHttpRequest": ("c++", ["--target=x86_64-w64-mingw32", own("winhttprequest")], ["windows.h", "httprequest.h"]),
    "COM": ("c++", ["--target=x86_64-w64-mingw32"], ["windows.h", "comdef.h", "wrl/client.h"]),
    "COM texts": ("c++", ["--target=x86_64-w64-mingw32"], ["windows.h", "comutil.h"]),
    "MFC": ("c++", ["--target=x86_64-w64-mingw32", own("mfc")], ["windows.h", "afxinet.h"]),
    "ATL pointers": ("c++", ["--target=x86_64-w64-mingw32", own("atl")], ["windows.h", "atlcomcli.h"]),
    "ATL": ("c++", ["--target=x86_64-w64-mingw32", own("atl")], ["windows.h", "atlhttp.h"]),
    "urlmon": ("c", ["--target=x86_64-w64-mingw32"], ["windows.h", "urlmon.h"]),
    "Qt 5": ("c++", qt(5), QT_CORE + QT_NETWORK + QT_OTHERS),
    "Qt 6": ("c++", qt(6), [h for h in QT_CORE if h != "QtCore/QLinkedList"] + QT_NETWORK),
    "Qt 5 Network": ("c++", qt(5), QT_NETWORK),
    "Qt 6 Network": ("c++", qt(6), QT_NETWORK),
    "Qt 6.8": ("c++", [own("qt"), *qt(6)],
               ["QtNetwork/" + h for h in "QHttpHeaders QNetworkRequestFactory QRestAccessManager QRestReply".split()]),
}
CXX = ["libstdc++", "libstdc++, C++17", "libc++"]
MODELS = {
    "libcurl.yaml": ["libcurl"],
    "sockets.yaml": ["sockets"],
    "cpp-httplib.yaml": ["cpp-httplib"],
    "libsoup.yaml": ["libsoup 2.4", "libsoup 3.0"],
    "neon.yaml": ["neon", "neon, RFC 3744"],
    "libevent.yaml": ["libevent"],
    "apr.yaml": ["APR"],
    "serf.yaml": ["serf"],
    "pistache.yaml": ["Pistache"],
    "curlpp.yaml": ["curlpp"],
    "qt-network.yaml": ["Qt 5", "Qt 6", "Qt 6.8"],
    "qt-text.yaml": ["Qt 5", "Qt 6"],
    "qt-containers.yaml": ["Qt 5", "Qt 6"],
    "poco.yaml": ["POCO Net"],
    "poco-foundation.yaml": ["POCO Foundation"],
    "wxwidgets.yaml": ["wxWidgets"],
    "wx-string.yaml": ["wxWidgets"],
    "azure-core.yaml": ["Azure SDK for C++"],
    "drogon.yaml": ["Drogon"],
    "mongoose.yaml": ["Mongoose", "Mongoose 6", "Mongoose 7.4"],
    "restclient-cpp.yaml": ["restclient-cpp"],
    "ixwebsocket.yaml": ["IXWebSocket"],
    "cpr.yaml": ["cpr"],
    "libhv.yaml": ["libhv"],
    "juce.yaml": ["JUCE"],
    "juce-text.yaml": ["JUCE"],
    "simple-web-server.yaml": ["Simple-Web-Server"],
    "oatpp.yaml": ["Oat++"],
    "winrt-http.yaml": ["winrt-http"],
    "c-string.yaml": ["C"],
    "c-threads.yaml": ["C"],
    "dl.yaml": ["C", "windows"],
    "windows-text.yaml": ["windows"],
    "winhttp.yaml": ["WinHTTP"],
    "wininet.yaml": ["WinINet"],
    "windows-http.yaml": ["WinINet", "WinHTTP"],
    "urlmon.yaml": ["urlmon"],
    "atl-string.yaml": ["MFC"],
    "mfc.yaml": ["MFC"],
    "atl-http.yaml": ["ATL"],
    "atl-useragent.yaml": ["ATL"],
    "msxml.yaml": ["MSXML"],
    "winhttprequest.yaml": ["WinHttpRequest"],
    "com.yaml": ["COM", "ATL pointers"],
    "comutil.yaml": ["COM texts"],
    "fmt.yaml": ["fmt"],
    "absl.yaml": ["absl", "absl, C++14"],
    "boost-format.yaml": ["boost"],
    "boost-string-view.yaml": ["Boost.Beast"],
    "boost-system.yaml": ["Boost.Beast"],
    "boost-asio.yaml": ["Boost.Beast"],
    "boost-beast.yaml": ["Boost.Beast"],
    "cpprestsdk.yaml": ["C++ REST SDK"],
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

// DEFINE: %{system} = -isystem /usr/include/x86_64-linux-gnu
// DEFINE: %{qt6} = %{system}/qt6 %{system}/qt6/QtCore %{system}/qt6/QtNetwork -fPIC -std=c++17
// DEFINE: %{qt5} = %{system}/qt5 %{system}/qt5/QtCore %{system}/qt5/QtNetwork -fPIC -std=c++17
// RUN: %check-doors %s -- %{qt6}
// RUN: %check-doors --doors=mde-tidy %s -- %{qt5}
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the members of Qt's texts and URLs yield, one by one: `holds` sends a good
// User-Agent where its condition is true and none otherwise. Each condition is true when
// it is run (-DRUN, with Qt 5 and Qt 6), so nothing is said of it. At the end of each
// function one that is not good shows that the end is reached.
#include "../Inputs/holds.h"
#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkRequest>
#include <string>

#define is(text, expected) holds((text) == QString(expected))
#define bytes(text, expected) holds((text) == QByteArray(expected))

void made() {
  is(QString("abc"), "abc");
  is(QString::fromUtf8("abc"), "abc");
  is(QString::fromLatin1("abcd", 2), "ab");
  is(QString::fromStdString(std::string("abc")), "abc");
  is(QString::fromLocal8Bit("abc"), "abc");
  is(QString::fromWCharArray(L"abc"), "abc");
  is(QStringLiteral("abc"), "abc");
  is(QLatin1String("abc"), "abc");
  is(QString(3, QChar('x')), "xxx");
  is(QString(QChar('x')), "x");
  is(QString(QByteArray("abc")), "abc");
  is(QString::number(42), "42");
  is(QString::number(-7), "-7");
  is(QString::asprintf("%s/%d", "abc", 3), "abc/3");
  is(QString("%1-%2").arg("a").arg("b"), "a-b");
  is(QString("%1-%2").arg("a", "b"), "a-b");
  is(QString("%2-%1").arg("a", "b"), "b-a");
  is(QString("%1.%2").arg(1).arg(20), "1.20");
  is(QString("%1%1").arg("a"), "aa");
  is(QString("a") + "b", "ab");
  is(QString("a") + QChar('b') + QLatin1String("c"), "abc");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void parts() {
  const QString text("MdePartner-Contoso/1.0");
  is(text.left(3), "Mde");
  is(text.right(3), "1.0");
  is(text.mid(3, 7), "Partner");
  is(text.mid(11), "Contoso/1.0");
  is(text.chopped(4), "MdePartner-Contoso");
  is(text.section('/', 0, 0), "MdePartner-Contoso");
  is(text.section('/', 1), "1.0");
  is(text.section('-', 1, 1), "Contoso/1.0");
  is(text.split('/').at(0), "MdePartner-Contoso");
  is(text.split('/')[1], "1.0");
  is(text.split("-").first(), "MdePartner");
  is(text.split('/').last(), "1.0");
  is(text.toLower(), "mdepartner-contoso/1.0");
  is(text.toUpper(), "MDEPARTNER-CONTOSO/1.0");
  is(QString("  a b ").trimmed(), "a b");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void changed() {
  QString text("a");
  text += "b";
  text += QChar('c');
  text.append("d");
  text.append(QString("e"));
  text.append(QLatin1String("f"));
  text.push_back('g');
  is(text, "abcdefg");
  text.prepend("x");
  is(text, "xabcdefg");
  text.insert(1, "y");
  is(text, "xyabcdefg");
  text.remove(0, 2);
  is(text, "abcdefg");
  text.remove("cd");
  is(text, "abefg");
  text.replace("ef", "-");
  is(text, "ab-g");
  text.replace('-', '+');
  is(text, "ab+g");
  text.replace(0, 2, "z");
  is(text, "z+g");
  text.chop(1);
  is(text, "z+");
  text.truncate(1);
  is(text, "z");
  text.fill('q', 3);
  is(text, "qqq");
  text.resize(1);
  is(text, "q");
  text.setNum(12);
  is(text, "12");
  text.clear();
  is(text, "");
  text = "new";
  is(text, "new");
  text.swap(text);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void asked() {
  const QString text("MdePartner-Contoso/1.0");
  holds(text.startsWith("Mde"));
  holds(!text.startsWith("mde"));
  holds(text.startsWith("mde", Qt::CaseInsensitive));
  holds(text.endsWith("1.0"));
  holds(text.endsWith(QChar('0')));
  holds(text.contains("Contoso"));
  holds(text.contains("contoso", Qt::CaseInsensitive));
  holds(!text.contains("Fabrikam"));
  holds(text.contains('/'));
  holds(text.indexOf('-') == 10);
  holds(text.indexOf("Contoso") == 11);
  holds(text.indexOf("x") == -1);
  holds(text.lastIndexOf('/') == 18);
  holds(text.length() == 22);
  holds(text.size() == 22);
  holds(!text.isEmpty());
  holds(QString().isEmpty());
  holds(QString("").isEmpty());
  holds(text.at(0) == 'M');
  holds(text[1] == 'd');
  holds(text.compare("MdePartner-Contoso/1.0") == 0);
  holds(text.compare("mdepartner-contoso/1.0", Qt::CaseInsensitive) == 0);
  holds(text != "a");
  holds(text == QLatin1String("MdePartner-Contoso/1.0"));
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void converted() {
  const QString text("Contoso");
  holds(text.toStdString() == "Contoso");
  bytes(text.toUtf8(), "Contoso");
  bytes(text.toLatin1(), "Contoso");
  bytes(text.toLocal8Bit(), "Contoso");
  holds(std::string(text.toUtf8().constData()) == "Contoso");
  holds(std::string(qPrintable(text)) == "Contoso");
  holds(std::string(qUtf8Printable(text)) == "Contoso");
  is(QStringList({"a", "b"}).join('-'), "a-b");
  is(QStringList({"a", "b"}).join(", "), "a, b");
  QStringList list;
  list << "x" << "y";
  list.append("z");
  is(list.join(QString("/")), "x/y/z");
  holds(list.contains("y"));
  holds(list.size() == 3);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void byteArrays() {
  QByteArray text("Mde");
  text += "Partner";
  text.append("-").append('C');
  bytes(text, "MdePartner-C");
  bytes(text.left(3), "Mde");
  bytes(text.mid(3, 7), "Partner");
  bytes(text.right(1), "C");
  bytes(text.toLower(), "mdepartner-c");
  bytes(QByteArray::number(12), "12");
  bytes(QByteArray(" a ").trimmed(), "a");
  holds(text.startsWith("Mde"));
  holds(text.endsWith("-C"));
  holds(text.contains("Partner"));
  holds(text.indexOf("-") == 10);
  holds(text.length() == 12);
  holds(!text.isEmpty());
  bytes(text.split('-').at(1), "C");
  text.replace("Partner", "X");
  bytes(text, "MdeX-C");
  text.prepend("<");
  text.chop(1);
  bytes(text, "<MdeX-");
  text.truncate(2);
  bytes(text, "<M");
  bytes(QByteArray("ab", 1), "a");
  bytes(QByteArray(2, 'x'), "xx");
  holds(text.toStdString() == "<M");
  bytes(QByteArray("a").repeated(3), "aaa");
  is(QString("ab").repeated(2), "abab");
  bytes(QByteArray::fromStdString("abc"), "abc");
  bytes(QByteArrayLiteral("abc"), "abc");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void urls() {
  QUrl url("https://graph.microsoft.com:8443/v1.0/me?a=b#c");
  is(url.host(), "graph.microsoft.com");
  is(url.scheme(), "https");
  is(url.path(), "/v1.0/me");
  is(url.toString(), "https://graph.microsoft.com:8443/v1.0/me?a=b#c");
  url.setPath("/x");
  url.setQuery("q=1");
  url.setFragment(QString());
  url.setPort(-1);
  is(url.toString(), "https://graph.microsoft.com/x?q=1");
  url.setHost("contoso.example");
  url.setScheme("http");
  is(url.toString(), "http://contoso.example/x?q=1");
  QUrlQuery query;
  query.addQueryItem("a", "1");
  query.addQueryItem("b", "2");
  is(query.toString(), "a=1&b=2");
  url.setQuery(query);
  is(url.query(), "a=1&b=2");
  is(url.resolved(QUrl("/y")).toString(), "http://contoso.example/y");
  is(url.resolved(QUrl("https://graph.microsoft.com/z")).host(), "graph.microsoft.com");
  is(QUrl::fromUserInput("https://contoso.example/a").host(), "contoso.example");
  is(QUrl::fromEncoded("https://contoso.example/a").host(), "contoso.example");
  bytes(url.toEncoded(), "http://contoso.example/x?a=1&b=2");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}
#ifdef RUN
int main() { made(); parts(); changed(); asked(); converted(); byteArrays(); urls(); }
#endif

// DEFINE: %{system} = -isystem /usr/include/x86_64-linux-gnu
// DEFINE: %{qt6} = %{system}/qt6 %{system}/qt6/QtCore %{system}/qt6/QtNetwork -fPIC -std=c++17
// DEFINE: %{qt5} = %{system}/qt5 %{system}/qt5/QtCore %{system}/qt5/QtNetwork -fPIC -std=c++17
// RUN: %check-doors %s -- %{qt6}
// RUN: %check-doors --doors=mde-tidy %s -- %{qt5}
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What comes back, now and later: event loops, signals, slots, timers, pages.
#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QScopedPointer>
#include <QtCore/QSharedPointer>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>
#include <functional>
#include <memory>

#define GRAPH "https://graph.microsoft.com/v1.0"
#define AGENT "MdePartner-Contoso-Cognito/1.0"

static QNetworkRequest named(const QUrl &url) {
  QNetworkRequest request(url);
  request.setRawHeader("User-Agent", AGENT);
  return request;
}

// All that is read from a response goes to the host that sent it.
void pages(QNetworkAccessManager &manager) {
  QNetworkReply *reply = manager.get(named(QUrl(GRAPH "/users")));
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
  const QJsonObject page = QJsonDocument::fromJson(reply->readAll()).object();
  const QString next = page["@odata.nextLink"].toString();
  if (next.isEmpty())
    return;
  manager.get(named(QUrl(next)));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(QUrl(next)));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(QUrl(page.value("value").toArray().at(0).toObject().value("link").toString())));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(QUrl(QString::fromUtf8(reply->rawHeader("Location")))));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(reply->url()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(reply->url().resolved(QUrl(next))));
  manager.get(reply->request());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  reply->manager()->get(QNetworkRequest(reply->request().url()));
}

void pagesOfOthers(QNetworkAccessManager &manager) {
  QScopedPointer<QNetworkReply> reply(manager.get(named(QUrl("https://status.contoso.example/"))));
  manager.get(QNetworkRequest(QUrl(QString(reply->readAll()))));
}

void inALoop(QNetworkAccessManager &manager) {
  QUrl url(GRAPH "/users");
  bool first = true;
  while (!url.isEmpty()) {
    QNetworkRequest request(url);
    if (first)
      request.setRawHeader("User-Agent", AGENT);
    first = false;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QEventLoop().exec();
    url = QUrl(QJsonDocument::fromJson(reply->readAll()).object().value("@odata.nextLink").toString());
  }
}

// Functors, with and without context, and methods.
class Watcher : public QObject {
public:
  Watcher() {
    connect(&timer, &QTimer::timeout, this, &Watcher::poll);
    timer.start(1000);
  }
  void poll() {
    QNetworkReply *reply = manager.get(named(QUrl(GRAPH "/alerts")));
    connect(reply, &QNetworkReply::finished, this, [this, reply] { next(reply); });
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
  }

private:
  void next(QNetworkReply *reply) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    manager.get(QNetworkRequest(QUrl(QString(reply->readAll()))));
  }
  QNetworkAccessManager manager;
  QTimer timer;
};

class Collector : public QObject {
public:
  explicit Collector(const QByteArray &agent) : agent(agent) {
    connect(&manager, &QNetworkAccessManager::finished, this, &Collector::onFinished);
  }
  void start() { manager.get(named(QUrl(GRAPH "/groups"))); }

private:
  void onFinished(QNetworkReply *reply) {
    QNetworkRequest request(QUrl(QString(reply->readAll())));
    request.setRawHeader("Accept", "application/json");
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    manager.get(request);
    reply->deleteLater();
  }
  QNetworkAccessManager manager;
  QByteArray agent;
};

static void onTimeout() {
  QNetworkAccessManager manager;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  manager.get(QNetworkRequest(QUrl(GRAPH "/timeout")));
}

void functors(QNetworkAccessManager &manager) {
  QNetworkReply *reply = manager.get(named(QUrl(GRAPH "/me")));
  QObject::connect(reply, &QNetworkReply::finished, [&manager] {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    manager.get(QNetworkRequest(QUrl("https://graph.microsoft.com/beta/me/later")));
    manager.get(named(QUrl(GRAPH "/me/later")));
  });
  std::function<void()> good = [&manager] { manager.get(named(QUrl(GRAPH "/me/function"))); };
  QObject::connect(reply, &QNetworkReply::finished, &manager, good);
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &onTimeout);
  QTimer::singleShot(0, [&manager] {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    manager.get(QNetworkRequest(QUrl("https://graph.microsoft.com/beta/me/shot")));
  });
  QTimer::singleShot(0, Qt::CoarseTimer, &manager, [&manager] {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    manager.get(QNetworkRequest(QUrl("https://graph.microsoft.com/beta/me/context")));
  });
  Watcher watcher;
  QTimer::singleShot(0, &watcher, &Watcher::poll);
  QMetaObject::invokeMethod(&manager, [&manager] {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    manager.get(QNetworkRequest(QUrl("https://graph.microsoft.com/beta/me/invoked")));
  }, Qt::QueuedConnection);
  QCoreApplication::processEvents();
}

// The request was copied: what happens before the event loop has no say in it.
void later(QNetworkAccessManager &manager) {
  QNetworkRequest request{QUrl(GRAPH "/me")};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
  QNetworkReply *reply = manager.get(request);
  QObject::connect(reply, &QNetworkReply::finished, [&manager, request]() mutable {
    request.setRawHeader("User-Agent", AGENT);
    manager.get(request);
  });
  QCoreApplication::exec();
}

// Owners and what watches them.
void owners() {
  QSharedPointer<QNetworkAccessManager> manager(new QNetworkAccessManager), other = manager;
  QPointer<QNetworkAccessManager> guarded(manager.data());
  if (guarded)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
    guarded->get(QNetworkRequest(QUrl(GRAPH "/me")));
  if (!other.isNull())
    other->get(named(QUrl(GRAPH "/me")));
}

// Who knows what a slot that is named by a text does?
class ByName : public QObject {
public:
  void start() {
    connect(&manager, SIGNAL(finished(QNetworkReply *)), this, SLOT(onFinished(QNetworkReply *)));
    manager.get(named(QUrl(GRAPH "/me")));
  }
  void onFinished(QNetworkReply *reply) {
    if (reply->error() == QNetworkReply::NoError)
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Qt Network sends 'Mozilla/5.0' [mde-user-agent]
      manager.get(QNetworkRequest(QUrl(GRAPH "/me/messages")));
  }

private:
  QNetworkAccessManager manager;
};

class Retrying : public QObject {
public:
  void send(const QUrl &url, int attempts = 3) {
    QNetworkReply *reply = manager.post(named(url), QByteArray("{}"));
    connect(reply, &QNetworkReply::finished, this, [this, reply, url, attempts] {
      reply->deleteLater();
      if (reply->error() != QNetworkReply::NoError && attempts > 0)
        send(url, attempts - 1);
    });
  }
  void start() { send(QUrl(GRAPH "/security/alerts")); }

private:
  QNetworkAccessManager manager;
};

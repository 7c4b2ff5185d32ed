// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of the client of Simple-Web-Server 3, written from its README and its
// public interface.
#ifndef MDE_TEST_SIMPLE_WEB_CLIENT_HTTP_HPP
#define MDE_TEST_SIMPLE_WEB_CLIENT_HTTP_HPP
#include <chrono>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>

namespace asio { // standalone Asio's, as far as a client needs it
class io_context {
public:
  std::size_t run();
  std::size_t run_one();
  std::size_t run_for(const std::chrono::milliseconds &);
  std::size_t poll();
  std::size_t poll_one();
};
using io_service = io_context;
} // namespace asio

namespace SimpleWeb {
using error_code = std::error_code;
using string_view = std::string_view;

class CaseInsensitiveEqual {
public:
  bool operator()(const std::string &, const std::string &) const noexcept;
};
class CaseInsensitiveHash {
public:
  std::size_t operator()(const std::string &) const noexcept;
};
using CaseInsensitiveMultimap = std::unordered_multimap<std::string, std::string, CaseInsensitiveHash, CaseInsensitiveEqual>;

class HTTP {};
class HTTPS {};

template <class Socket> class ClientBase {
public:
  class Content : public std::istream {
  public:
    std::size_t size() noexcept;
    std::string string() noexcept;
  };
  class Response {
  public:
    std::string http_version, status_code;
    Content content;
    CaseInsensitiveMultimap header;
  };
  struct Config {
    long timeout = 0;
    std::string proxy_server;
  };
  using Callback = std::function<void(std::shared_ptr<Response>, const error_code &)>;
  Config config;
  std::shared_ptr<asio::io_service> io_service;

  std::shared_ptr<Response> request(const std::string &method, const std::string &path = std::string("/"), string_view content = "",
                                    const CaseInsensitiveMultimap &header = CaseInsensitiveMultimap());
  std::shared_ptr<Response> request(const std::string &method, const std::string &path, std::istream &content,
                                    const CaseInsensitiveMultimap &header = CaseInsensitiveMultimap());
  void request(const std::string &method, const std::string &path, string_view content, const CaseInsensitiveMultimap &, Callback &&);
  void request(const std::string &method, const std::string &path, string_view content, Callback &&);
  void request(const std::string &method, const std::string &path, Callback &&);
  void request(const std::string &method, Callback &&);
  void request(const std::string &method, const std::string &path, std::istream &content, const CaseInsensitiveMultimap &, Callback &&);
  void request(const std::string &method, const std::string &path, std::istream &content, Callback &&);
  void stop() noexcept;
  virtual ~ClientBase() noexcept;
};

template <class Socket> class Client;
template <> class Client<HTTP> : public ClientBase<HTTP> {
public:
  Client(const std::string &server_port_path) noexcept;
};
template <> class Client<HTTPS> : public ClientBase<HTTPS> {
public:
  Client(const std::string &server_port_path, bool verify_certificate = true,
         const std::string &certification_file = std::string(), const std::string &private_key_file = std::string(),
         const std::string &verify_file = std::string());
};
} // namespace SimpleWeb
#endif

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where an Oat++ client connects to; see Types.hpp.
#ifndef MDE_TEST_OATPP_CONNECTION_PROVIDER_HPP
#define MDE_TEST_OATPP_CONNECTION_PROVIDER_HPP
#include "../../../Types.hpp"

namespace oatpp {
namespace network {
namespace tcp {
namespace client {
class ConnectionProvider : public ClientConnectionProvider {
public:
  ConnectionProvider(const Address &);
  static std::shared_ptr<ConnectionProvider> createShared(const Address &);
};
} // namespace client
} // namespace tcp
} // namespace network
namespace openssl {
class Config {
public:
  static std::shared_ptr<Config> createDefaultClientConfigShared();
};
namespace client {
class ConnectionProvider : public network::ClientConnectionProvider {
public:
  static std::shared_ptr<ConnectionProvider> createShared(const std::shared_ptr<Config> &, const network::Address &);
};
} // namespace client
} // namespace openssl
} // namespace oatpp
#endif

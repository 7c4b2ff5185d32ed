// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Uploads in chunks; a library-like namespace with a handle type of its own,
// inheritance, and using-declarations.
#include <curl/curl.h>
#include <array>
#include <iostream>
#include <memory>
#include <string>
#include <truth/choice.h>

namespace mini {

class Easy {
public:
  Easy() : raw_(curl_easy_init()) {}
  virtual ~Easy() { curl_easy_cleanup(raw_); }
  Easy(const Easy &other) : raw_(curl_easy_duphandle(other.raw_)) {}
  Easy &operator=(Easy other) {
    std::swap(raw_, other.raw_);
    return *this;
  }
  template <typename T> Easy &set(CURLoption option, const T &value) {
    curl_easy_setopt(raw_, option, value);
    return *this;
  }
  Easy &set(CURLoption option, const std::string &value) { return set(option, value.c_str()); }
  bool perform() {
    before();
    return curl_easy_perform(raw_) == CURLE_OK;
  }

protected:
  virtual void before() { set(CURLOPT_WRITEFUNCTION, &Easy::drop); }
  static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

private:
  CURL *raw_;
};

class Partner : public Easy {
public:
  using Easy::Easy;

protected:
  void before() override {
    Easy::before();
    set(CURLOPT_USERAGENT, std::string("MdePartner-Contoso-Chunks/") + "1.4");
  }
};

} // namespace mini

static bool put(mini::Easy &easy, const std::string &host, const std::string &name, const std::string &data) {
  return easy.set(CURLOPT_URL, "https://" + host + "/api/upload/" + name)
      .set(CURLOPT_COPYPOSTFIELDS, data)
      .perform();
}

int main() {
  const std::array<std::string, 3> chunks{"first", "second", "third"};
  const std::string host = "api-us.security.microsoft.com";
  bool ok = true;

  mini::Partner partner;
  for (std::size_t i = 0; i < chunks.size(); ++i)
    ok &= put(partner, host, "L_chunk?n=" + std::to_string(i), chunks[i]); // label: chunk

  mini::Easy plain;
  ok &= put(plain, "mirror.contoso.example", "L_mirror", chunks[0]); // label: mirror
  if (truth_flag("direct"))
    ok &= put(plain, host, "L_direct", chunks[1]); // label: direct

  mini::Easy sliced = partner; // The copy has the options that were set, not the class.
  ok &= put(sliced, host, "L_sliced", chunks[2]); // label: sliced

  std::unique_ptr<mini::Easy> chosen;
  if (truth_flag("partner"))
    chosen = std::make_unique<mini::Partner>();
  else
    chosen = std::make_unique<mini::Easy>();
  ok &= put(*chosen, host, "L_chosen", chunks[0]); // label: chosen

  plain = mini::Easy();
  plain.set(CURLOPT_USERAGENT, "MdePartner-Contoso-Chunks");
  ok &= put(plain, host, "L_assigned", chunks[0]); // label: assigned
  return ok ? 0 : 1;
}

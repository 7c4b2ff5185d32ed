// An SDK that is not user code.
#include <curl/curl.h>
#include <string>
namespace sdk {
inline std::string join(const std::string &a, const std::string &b) {
  return a + b;
}
inline int unrelated(int x) { return x + 1; }
class Client {
public:
  explicit Client(const char *base) : base(base) {}
  int get(const std::string &path) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, join(base, path).c_str());
    return curl_easy_perform(curl);
  }

private:
  std::string base;
};
} // namespace sdk

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names that a package of the company's provides, read as a system header.
#ifndef PRODUCT_NAMES_H
#define PRODUCT_NAMES_H
#include <string>
namespace product {
struct Names {
  static constexpr const char *kMember = "MdePartner-Contoso-Member/1.0";
};
template <class> struct NamesOf {
  static constexpr const char *kMember = "MdePartner-Contoso-Template/1.0";
};
inline constexpr const char *kInline = "MdePartner-Contoso-Inline/1.0";
static const char kArray[] = "MdePartner-Contoso-Array/1.0";
static const std::string kText = "MdePartner-Contoso-Text/1.0";
inline constexpr const char *kMalformed = "Contoso/1.0";
static const bool kAnonymous = false;
static const char *changeable = nullptr;
} // namespace product
#endif

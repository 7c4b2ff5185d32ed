//===- Paths/Send.h - What leaves the program -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The engine's result: one Send for every place from which a request leaves,
// every way that the request can look there, and every chain of calls that
// leads there. Plain values, no engine state: they outlive the run. The engine
// knows no host and no format; lib/Requirement judges a Send, lib/Findings
// decides where to speak of it.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_PATHS_SEND_H
#define MDE_PATHS_SEND_H

#include "Text/Text.h"
#include <string>
#include <vector>

namespace mde::paths {

/// Something that happened on the way to a Send and helps people to see why.
struct TrailEvent {
  enum Kind : uint8_t {
    BranchTrue,   ///< A condition held (Detail: nothing)
    BranchFalse,  ///< A condition did not hold
    CaseTaken,    ///< A switch went to a case (Detail: the value's name)
    UrlSet,       ///< The URL or host was set (Detail: display of the value)
    AgentSet,     ///< A User-Agent was set (Detail: display of the value)
    AgentCleared, ///< A User-Agent was removed; headers replaced, reset
    HeadersSet,   ///< Headers were installed that hold no User-Agent
    RequestMade,  ///< The request or session was created
    Called,       ///< Entered a function (Detail: its name); At is the call
    Returned,     ///< Came back from it
    FieldTaken,   ///< A field of an object from outside is taken to be what is stored
                  ///< to such fields elsewhere (Detail: the field; Value: what)
    Caught,       ///< An exception went to this handler
    Sent          ///< The request leaves; always the last
  };
  Kind K = Sent;
  Loc At;
  std::string Detail;
  std::string Value = ""; ///< With FieldTaken: display of the value
};

/// A function activation between a root and the send.
struct Frame {
  std::string Function; ///< Qualified name, for people
  std::string Key;      ///< Ir key
  Loc At;               ///< In this function: the call to the next frame, or the send
  Loc FunctionAt;       ///< Where this function is defined
  /// The host (its literal, or the hole that decides it) came into this frame
  /// from outside: parameters, `this`, captures, globals set by a caller.
  bool HostFromOutside = false;
  /// The same of what decides the User-Agent: the value that was set, or, when
  /// none was set, the request or session that lacks it.
  bool AgentFromOutside = false;
};

struct Send {
  std::string Library;  ///< The model's library name, for people
  std::string Callee;   ///< The name of the function that sends
  Loc At;               ///< The sending call

  Text Url;             ///< The URL, or scheme://host/path put together from slots
  bool UrlKnown = true; ///< False: no URL was ever set, as far as can be seen
  OriginRef UrlUnknownBecause;
  Text Method;          ///< "" when not known

  /// The User-Agent field values as they go out, in order, after the library's
  /// precedence rules; without the default. Empty: the program set none.
  std::vector<Text> Agents;
  /// Set when the program's part is not fully known: some header, key or slot
  /// could add a User-Agent. When Agents is not empty it decides all the same.
  OriginRef AgentsOpen;
  /// What the library sends when the program sets none; "" for nothing.
  std::string DefaultAgent;

  bool Approximate = false; ///< Only a merged (inexact) state shows it
  /// Branches on values that unseen callers pass decided how the request looks:
  /// it is bad for every caller only if it is bad on the other paths, too.
  bool CallersDecide = false;
  /// A target URL or an HTTP object went into user code that was not seen.
  bool Pending = false;
  std::string PendingCallee;

  std::vector<TrailEvent> Trail;
  std::vector<Frame> Frames; ///< Outermost (a root) first, never empty

  /// Where the agent's value and the host were written: all distinct literals.
  std::vector<Loc> AgentOrigins;
  std::vector<Loc> HostOrigins;

  /// For fix-its: the source of the request expression at the send
  /// (`curl`, `req`), "" when it can't be named, and the model's fix template.
  std::string RequestExpr;
  std::string FixTemplate;
};

/// For tests and `mde-ir run`.
std::string print(const Send &S, const FileTable &Files);

} // namespace mde::paths

#endif // MDE_PATHS_SEND_H

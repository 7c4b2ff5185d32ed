//===- Audit/Limits.cpp - What a worker may use ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Workers.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Process.h"
#include <csignal>
#include <new>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <cstddef>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

using namespace mde::audit;

static void onTimeLimit(int) { _exit(WorkerTimeLimit); }
static void onMemoryLimit() { _exit(WorkerMemoryLimit); }

#ifdef __linux__
/// The third fence around a compile command, and one that the kernel keeps: the
/// driver asks programs about some targets, and finds them where PATH says.
static void forbidPrograms() {
  sock_filter Program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_execve, 1, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_execveat, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  sock_fprog Filter = {std::size(Program), Program};
  // Where the kernel can't, the other fences stand.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
    (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &Filter);
}
#else
static void forbidPrograms() {}
#endif

void mde::audit::endWithParent([[maybe_unused]] uint64_t Parent) {
#ifdef __linux__
  (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (static_cast<uint64_t>(getppid()) != Parent)
    _exit(1);
#endif
}

void mde::audit::limitThisProcess(const Limits &L) {
  llvm::sys::Process::PreventCoreFiles();
  forbidPrograms();
  if (L.Seconds) {
    std::signal(SIGALRM, onTimeLimit);
    alarm(L.Seconds);
  }
  if (L.Megabytes) {
    rlimit Memory;
    Memory.rlim_cur = Memory.rlim_max = rlim_t(L.Megabytes) << 20;
    setrlimit(RLIMIT_DATA, &Memory);
  }
  std::set_new_handler(onMemoryLimit);
  llvm::install_bad_alloc_error_handler(
      [](void *, const char *, bool) { onMemoryLimit(); });
}

/*
 * Takes the process that loads it out of reach of the other programs of the same user, as far as the operating
 * system lets a process do that for itself: no core files, no debugger, no reading of its memory.
 *
 * Loading is all there is to it. The module's exports are one boolean: whether everything was done. There is no
 * function to call and no argument to pass, so that whoever runs code in the process gains nothing by it.
 *
 * The one name of Node-API that it needs is declared here. Its binary interface is guaranteed to stay, so the file
 * takes a C compiler and no headers of Node.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct napi_env__ *napi_env;
typedef struct napi_value__ *napi_value;

#if defined(_WIN32)

#include <windows.h>
#include <sddl.h>
#include <wchar.h>

#define EXPORT __declspec(dllexport)

/* Main locks by Node's process.kill, which opens the vault and the page with exactly these rights. */
#define TO_END_IT (PROCESS_TERMINATE | PROCESS_QUERY_INFORMATION | SYNCHRONIZE)
#define LEFT_TO_THE_USER (TO_END_IT | PROCESS_QUERY_LIMITED_INFORMATION | READ_CONTROL)

static bool name_user(wchar_t **sid) {
  HANDLE token = NULL;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return false;
  union {
    TOKEN_USER user;
    BYTE bytes[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
  } told;
  DWORD length = 0;
  const bool known = GetTokenInformation(token, TokenUser, &told, sizeof told, &length) &&
                     ConvertSidToStringSidW(told.user.User.Sid, sid);
  CloseHandle(token);
  return known;
}

/*
 * Everything that is not named is refused, reading and writing memory, starting threads and copying handles among
 * it. OW (owner rights) takes away that an owner may write another list; SY is the system, which no list stops.
 */
static bool allow_little(void) {
  wchar_t *user = NULL;
  if (!name_user(&user)) return false;
  wchar_t list[512];
  const int length = swprintf(list, sizeof list / sizeof *list, L"D:P(A;;0x%lx;;;%ls)(A;;0x%lx;;;OW)(A;;0x1fffff;;;SY)",
                              (unsigned long)LEFT_TO_THE_USER, user, (unsigned long)LEFT_TO_THE_USER);
  LocalFree(user);
  PSECURITY_DESCRIPTOR access = NULL;
  if (length < 0 || !ConvertStringSecurityDescriptorToSecurityDescriptorW(list, SDDL_REVISION_1, &access, NULL))
    return false;
  const bool done = SetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, access) != 0;
  LocalFree(access);
  return done;
}

/* Asked as another program of the user asks: by the number of the process. */
static bool may_open(DWORD rights) {
  const HANDLE process = OpenProcess(rights, FALSE, GetCurrentProcessId());
  if (process == NULL) return false;
  CloseHandle(process);
  return true;
}

static bool harden(void) {
  /* Windows Error Reporting, which may write a dump, is not begun for a process with this mode. */
  SetErrorMode(GetErrorMode() | SEM_NOGPFAULTERRORBOX);
  union {
    SECURITY_DESCRIPTOR start;
    BYTE bytes[4096];
  } before;
  DWORD length = 0;
  if (!GetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, &before, sizeof before, &length) ||
      !allow_little())
    return false;
  if (may_open(TO_END_IT)) return !may_open(PROCESS_VM_READ);
  /* A vault that main cannot end is worse than one that can be read. */
  SetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, &before);
  return false;
}

/* Looked up in the program that loads this, whatever its name: an import library would tie it to node.exe. */
static napi_value boolean_of(napi_env env, bool value) {
  typedef int(__cdecl * get_boolean)(napi_env, bool, napi_value *);
  const get_boolean get = (get_boolean)(uintptr_t)GetProcAddress(GetModuleHandleW(NULL), "napi_get_boolean");
  napi_value result = NULL;
  return get != NULL && get(env, value, &result) == 0 ? result : NULL;
}

#else

#include <sys/resource.h>
#include <sys/types.h>

#define EXPORT __attribute__((visibility("default")))

static bool leave_no_core_file(void) {
  const struct rlimit none = {0, 0};
  return setrlimit(RLIMIT_CORE, &none) == 0;
}

#if defined(__linux__)

#include <sys/prctl.h>

/*
 * Neither ptrace nor /proc/PID/mem, for anybody but root; and no core, also where the kernel hands cores to a
 * program, which the limit does not stop. The kernel forgets it at execve, so each process does it for itself.
 */
static bool refuse_debuggers(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
}

#elif defined(__APPLE__)

#include <sys/ptrace.h>

/* What task_for_pid gives is a matter of the signature: the hardened runtime without get-task-allow. */
static bool refuse_debuggers(void) { return ptrace(PT_DENY_ATTACH, 0, NULL, 0) == 0; }

#endif

static bool harden(void) {
  const bool no_core = leave_no_core_file();
  return refuse_debuggers() && no_core;
}

extern int napi_get_boolean(napi_env env, bool value, napi_value *result);

static napi_value boolean_of(napi_env env, bool value) {
  napi_value result = NULL;
  return napi_get_boolean(env, value, &result) == 0 ? result : NULL;
}

#endif

/* Called by Node as it loads the module; what it returns becomes the module's exports. */
EXPORT napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  (void)exports;
  return boolean_of(env, harden());
}

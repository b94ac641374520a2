// Maps files into memory and survives that another program cuts one while it is being read.

#define _GNU_SOURCE
#include "CSystem.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// Few files are held at once; one that finds no room here is read instead of mapped.
enum { slots = 64 };

// A slot is free while its start is 0. `wasCut` outlives the fault until the slot is taken anew.
static struct {
  _Atomic(uintptr_t) start;
  _Atomic(uintptr_t) end;
  atomic_int wasCut;
} mappings[slots];

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int isGuarded;
static struct sigaction before;
static uintptr_t pageSize;

// A page past the new end of a file: zeros take its place, and the mapping is marked. Only calls
// that are allowed in a handler stand here (mmap is a plain system call on Linux).
static void onBusError(int signal, siginfo_t *information, void *context) {
  (void)context;
  uintptr_t address = (uintptr_t)information->si_addr;
  for (int slot = 0; slot < slots; slot++) {
    uintptr_t start = atomic_load(&mappings[slot].start);
    if (start == 0 || address < start || address >= atomic_load(&mappings[slot].end)) continue;
    void *page = (void *)(address & ~(pageSize - 1));
    if (mmap(page, pageSize, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == page) {
      atomic_store(&mappings[slot].wasCut, 1);
      return;
    }
  }
  // Not ours: who was here before takes it when the instruction is tried again.
  sigaction(signal, &before, NULL);
}

static void guard(void) {
  pageSize = (uintptr_t)sysconf(_SC_PAGESIZE);
  struct sigaction action = {0};
  action.sa_sigaction = onBusError;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  isGuarded = sigaction(SIGBUS, &action, &before) == 0;
}

static int slotOf(const void *start) {
  for (int slot = 0; slot < slots; slot++) {
    if (atomic_load(&mappings[slot].start) == (uintptr_t)start) return slot;
  }
  return -1;
}

const void *csystem_map_file(int descriptor, size_t length) {
  pthread_once(&once, guard);
  if (!isGuarded || length == 0) return NULL;
  // All pages in one call: asking for each when it is first read takes longer.
  void *start = mmap(NULL, length, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  if (start == MAP_FAILED) return NULL;
  for (int slot = 0; slot < slots; slot++) {
    uintptr_t none = 0;
    if (!atomic_compare_exchange_strong(&mappings[slot].start, &none, (uintptr_t)start)) continue;
    atomic_store(&mappings[slot].wasCut, 0);
    atomic_store(&mappings[slot].end, (uintptr_t)start + length);
    return start;
  }
  munmap(start, length);
  return NULL;
}

int csystem_mapping_was_cut(const void *start) {
  int slot = slotOf(start);
  return slot >= 0 && atomic_load(&mappings[slot].wasCut);
}

void csystem_let_pages_go(const void *start, size_t length) {
  madvise((void *)start, length, MADV_DONTNEED);
}

void csystem_unmap_file(const void *start, size_t length) {
  int slot = slotOf(start);
  if (slot >= 0) {
    atomic_store(&mappings[slot].end, 0);
    atomic_store(&mappings[slot].start, 0);
  }
  munmap((void *)start, length);
}

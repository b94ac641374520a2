// Calls of the operating system that Swift's Glibc module does not carry.

#ifndef DUALBOKSLUT_CSYSTEM_H
#define DUALBOKSLUT_CSYSTEM_H

#include <stddef.h>

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno of the failed call (EINVAL or ENOSYS where the file system has none).
int csystem_exchange_paths(const char *first, const char *second);

/// Maps a file for reading. Where another program cuts the file meanwhile, zeros are read instead
/// of the process ending, and csystem_mapping_was_cut says so.
/// Returns the first byte, or NULL where the file cannot be mapped or too many are.
const void *csystem_map_file(int descriptor, size_t length);

/// Whether bytes of the mapping that begins here were gone when they were asked for.
int csystem_mapping_was_cut(const void *start);

/// Lets whole pages of a mapping go; they come back from the file when they are asked for again.
void csystem_let_pages_go(const void *start, size_t length);

/// Ends a mapping.
void csystem_unmap_file(const void *start, size_t length);

#endif

// Calls of the operating system that Swift's Glibc module does not carry.

#ifndef DUALBOKSLUT_CSYSTEM_H
#define DUALBOKSLUT_CSYSTEM_H

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno of the failed call (EINVAL or ENOSYS where the file system has none).
int csystem_exchange_paths(const char *first, const char *second);

#endif

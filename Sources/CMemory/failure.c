// What becomes of an allocation that the system refuses, wherever in the program it is made.
//
// Swift's arrays trap there, with a backtrace. OpenBLAS asks for its 128 MiB again and again, and Dispatch for a thread:
// both for ever. So the program has the functions that they call, which call the C library's own and look at what it
// gives. Only the failure is new.
#define _GNU_SOURCE
#include "CMemory.h"

#if defined(__has_feature)
#define HAS(feature) __has_feature(feature)
#else
#define HAS(feature) 0
#endif

// Elsewhere such functions are replaced otherwise. A sanitizer has its own.
#if defined(__linux__) && !HAS(address_sanitizer) && !HAS(thread_sanitizer)

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Writes `parts` as one line of standard error and ends the program as a failure. It must not allocate.
static void end(const char *const parts[], int count) {
    static atomic_flag said = ATOMIC_FLAG_INIT;
    // Another thread is at it.
    if (atomic_flag_test_and_set(&said)) for (;;) pause();
    char line[512];
    size_t length = 0;
    // Behind a progress line that was not ended.
    if (isatty(STDERR_FILENO)) line[length++] = '\n';
    for (int i = 0; i < count; i++) {
        size_t size = strlen(parts[i]);
        if (size > sizeof line - length) break;
        memcpy(line + length, parts[i], size);
        length += size;
    }
    for (size_t done = 0; done < length;) {
        ssize_t written = write(STDERR_FILENO, line + done, length - done);
        if (written < 0 && errno != EINTR) break;
        if (written > 0) done += (size_t)written;
    }
    _exit(1);
}

static void end_for_bytes(size_t bytes) {
    char digits[24];
    char *first = digits + sizeof digits;
    *--first = 0;
    do *--first = (char)('0' + bytes % 10);
    while (bytes /= 10);
    const char *const parts[] = {
        "error: out of memory: ", first,
        " bytes could not be allocated; lower --window, --width, --batch or --threads, or free memory or raise its limit"
        " (ulimit -v)\n"};
    end(parts, 3);
}

// The function of `name` that the program would have without this file.
#define OWN(name) \
    static __typeof__(name) *own; \
    if (!own) own = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

void *malloc(size_t size) {
    OWN(malloc);
    void *memory = own(size);
    if (!memory) end_for_bytes(size);
    return memory;
}

void *calloc(size_t count, size_t size) {
    OWN(calloc);
    void *memory = own(count, size);
    size_t bytes;
    if (!memory) end_for_bytes(__builtin_mul_overflow(count, size, &bytes) ? SIZE_MAX : bytes);
    return memory;
}

void *realloc(void *old, size_t size) {
    OWN(realloc);
    void *memory = own(old, size);
    // Of no bytes it is another way to free them.
    if (!memory && size > 0) end_for_bytes(size);
    return memory;
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
    OWN(posix_memalign);
    int code = own(memory, alignment, size);
    if (code == ENOMEM) end_for_bytes(size);
    return code;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
    OWN(pthread_create);
    int code = own(thread, attributes, start, argument);
    if (code == EAGAIN) {
        const char *const parts[] = {
            "error: a thread could not be started: there is no memory for it, or no more threads are allowed; lower"
            " --threads, or raise the limit (ulimit -v, ulimit -u)\n"};
        end(parts, 1);
    }
    return code;
}

#endif

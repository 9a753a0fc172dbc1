// Linked into a program, this ends it with a sentence where memory or a thread can't be had: see failure.c. It has nothing
// to call.
#pragma once

/**
 * One request, one typed outcome ({@link dev.memenem.http.Http}), and what stands around it: tries
 * again within a deadline, breakers that the store remembers, caps on bodies, secrets kept out of
 * what people see, recordings.
 */
package dev.memenem.http;

/**
 * The embedded store: one SQLite file in WAL mode, safe with many processes on one machine. Every
 * change is one short transaction that takes the write lock before it reads.
 */
package dev.memenem.store.sqlite;

/**
 * What a user types: one class a subcommand, each with its dependencies, its flags and a short
 * {@code call()}. Exit codes and error messages are decided here and nowhere else.
 */
package dev.memenem.cli;

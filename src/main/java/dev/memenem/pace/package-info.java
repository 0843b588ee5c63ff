/**
 * One pace, and one memory of quotas, for each account at a provider, shared by all processes on a
 * store; and waiting as something that a test need not do.
 */
package dev.memenem.pace;

/** Stories told against the built program in {@code target/memenem}. */
package dev.memenem.it;

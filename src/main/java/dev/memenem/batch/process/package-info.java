/** Workers as processes of the operating system. */
package dev.memenem.batch.process;

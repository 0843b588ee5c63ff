/** The JDK's HTTP client; nothing else imports {@code java.net.http}. */
package dev.memenem.http.jdk;

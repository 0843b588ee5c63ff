/**
 * Settings: every one once in {@link dev.memenem.config.Setting}, and where each value came from
 * (flag, environment, file, default).
 */
package dev.memenem.config;

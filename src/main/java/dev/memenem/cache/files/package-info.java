/** A cache on disk for values too large for the store: pictures. */
package dev.memenem.cache.files;

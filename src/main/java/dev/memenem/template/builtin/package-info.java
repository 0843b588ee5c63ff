/**
 * The formats that the program knows by heart, one JSON file each in the resource folder {@code
 * catalogue}, and those that users add in the same form.
 */
package dev.memenem.template.builtin;

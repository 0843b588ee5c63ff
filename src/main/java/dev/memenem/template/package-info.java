/**
 * Meme formats: what a template is, its panels and their roles in the joke, and the port that
 * sources of templates implement. Each source is a package below.
 */
package dev.memenem.template;

/** Man pages and shell completions, made from the command model. */
package dev.memenem.docs;

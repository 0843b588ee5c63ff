/** Templates from Reddit's communities for blank pictures, through its OAuth interface. */
package dev.memenem.template.reddit;

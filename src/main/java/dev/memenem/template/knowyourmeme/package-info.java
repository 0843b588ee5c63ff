/** Templates from KnowYourMeme's listing pages. */
package dev.memenem.template.knowyourmeme;

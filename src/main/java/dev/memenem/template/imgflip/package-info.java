/** Templates from Imgflip's public list. */
package dev.memenem.template.imgflip;

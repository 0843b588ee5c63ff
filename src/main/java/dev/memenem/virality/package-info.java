/** The score of a caption on a template: a rank from 0 to 100, with the factors that moved it. */
package dev.memenem.virality;

/**
 * Who writes the captions: requests, answers, variations, styles, and the port that providers
 * implement. Each provider is a package below.
 */
package dev.memenem.caption;

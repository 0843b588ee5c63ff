/**
 * The store that machines share: one MongoDB database. No transactions and no pipeline updates, so
 * that any server that speaks MongoDB's protocol will do; each change is one guarded update of one
 * document, and repeating it after a broken connection does no harm.
 */
package dev.memenem.store.mongo;

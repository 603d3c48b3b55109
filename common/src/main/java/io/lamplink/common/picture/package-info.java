/**
 * Small pictures of files that came from elsewhere: says which names are those of pictures, and reads a picture within
 * bounds, whatever its file claims. Does not know where files come from, nor who shows them.
 */
@NullMarked
package io.lamplink.common.picture;

import org.jspecify.annotations.NullMarked;

package dev.memenem.picture;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the public internet from those that a picture's address must not reach. */
final class Addresses {
  /** Resolves names. */
  interface Names {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  private final Names names;

  Addresses() {
    this(InetAddress::getAllByName);
  }

  Addresses(Names names) {
    this.names = names;
  }

  /**
   * @throws PictureException when the host is unknown, or one of its addresses is not public
   */
  void requirePublic(URI uri) {
    try {
      for (InetAddress address : names.all(uri.getHost())) {
        if (!isPublic(address)) {
          throw new PictureException(
              "%s is a private address; MEMENEM_IMAGE_ALLOW_PRIVATE=true allows those"
                  .formatted(uri.getHost()));
        }
      }
    } catch (UnknownHostException e) {
      throw new PictureException("there is no host %s".formatted(uri.getHost()), e);
    }
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] b = address.getAddress();
    return address instanceof Inet6Address ? isPublicSix(b) : isPublicFour(b);
  }

  private static boolean isPublicFour(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    int third = b[2] & 0xff;
    boolean carrier = first == 100 && second >= 64 && second < 128;
    boolean special = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean measured = first == 198 && (second == 18 || second == 19);
    boolean examples =
        (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return first != 0 && first < 224 && !carrier && !special && !measured && !examples;
  }

  /** Addresses that wrap one of version 4 are as public as that. */
  private static boolean isPublicSix(byte[] b) {
    int first = (b[0] & 0xff) << 8 | b[1] & 0xff;
    if (first == 0x2002) {
      return isPublicAny(Arrays.copyOfRange(b, 2, 6));
    }
    boolean translated = first == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
    boolean zeros = true;
    for (int i = 0; i < 10; i++) {
      zeros &= b[i] == 0;
    }
    if (translated || zeros) {
      return isPublicAny(Arrays.copyOfRange(b, 12, 16));
    }
    boolean tunnelled = first == 0x2001 && b[2] == 0 && b[3] == 0;
    boolean example = first == 0x2001 && (b[2] & 0xff) == 0x0d && (b[3] & 0xff) == 0xb8;
    // only 2000::/3 is given out to the public
    return (first & 0xe000) == 0x2000 && !tunnelled && !example;
  }

  private static boolean isPublicAny(byte[] four) {
    try {
      return isPublic(InetAddress.getByAddress(four));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

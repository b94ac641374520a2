// The SHA-256 of a file's contents, by the system's libcrypto.

import CCrypto

/// libcrypto could not compute a digest: a fault of the installation (exit 70).
package struct DigestFault: Error, Hashable, Sendable {}

/// Digests of contents.
package enum ContentDigest {
  /// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
  package static func sha256(_ bytes: UnsafeRawBufferPointer) throws(DigestFault) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var size: UInt32 = 0
    let status = EVP_Digest(
      bytes.baseAddress, bytes.count, &digest, &size, EVP_sha256(), nil)
    guard status == 1, size == 32 else { throw DigestFault() }
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// A file by its contents.
  package static func of(_ path: String, _ bytes: [UInt8]) throws -> FileDigest {
    FileDigest(path: path, sha256: try bytes.withUnsafeBytes(sha256))
  }
}

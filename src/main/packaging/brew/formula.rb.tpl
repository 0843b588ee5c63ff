class {{brewFormulaName}} < Formula
  desc "{{projectDescription}}"
  homepage "{{projectLinkHomepage}}"
  url "{{distributionUrl}}"
  version "{{projectVersion}}"
  sha256 "{{distributionChecksumSha256}}"
  license "{{projectLicense}}"

  depends_on "openjdk@17"

  def install
    libexec.install Dir["*"]
    man1.install_symlink Dir[libexec/"man/man1/*"]
    bash_completion.install_symlink libexec/"completions/memenem.bash" => "memenem"
    zsh_completion.install_symlink libexec/"completions/_memenem"
    fish_completion.install_symlink libexec/"completions/memenem.fish"
    (bin/"memenem").write_env_script libexec/"bin/memenem", Language::Java.overridable_java_home_env("17")
  end

  test do
    assert_match "{{projectVersion}}", shell_output("#{bin}/memenem --version")
  end
end

// screenshots DEMO PICTURES department|office|desks [vi|en]: writes a PNG of each view and dialogue with the sample of
// DEMO loaded, a copy of what `cchc demo` makes (it is written into). Run under Xvfb at the size wanted; screenshots.sh
// runs it for every size, scale, language and role.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "tests/shell/screenshots/camera.h"

int main(int argc, char** argv) {
  using namespace cchc;
  namespace fs = std::filesystem;
  if (argc < 4) {
    std::fprintf(stderr, "screenshots DEMO PICTURES department|office|desks [vi|en]\n");
    return 2;
  }
  test::Album album{fs::absolute(argv[1]), fs::absolute(argv[2]),
                    argc > 4 && std::string(argv[4]) == "en" ? Language::en : Language::vi};
  fs::create_directories(album.folder);
  // A first start sees no store of whoever runs this.
  setenv("XDG_DATA_HOME", (album.demo / "home").c_str(), 1);
  const std::string role = argv[3];
  if (role == "desks") return test::photographDesks(argc, argv, album);
  return role == "office" ? test::photographOffice(argc, argv, album) : test::photographDepartment(argc, argv, album);
}

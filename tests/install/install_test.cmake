# Installs BUILD_DIR into PREFIX, then configures, builds and runs consumer/ against it.
# With CONFIGURE (static or shared) the library alone is configured and built in BUILD_DIR first.
cmake_minimum_required(VERSION 3.24)

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT code EQUAL 0)
    string(REPLACE ";" " " command "${ARGV}")
    message(FATAL_ERROR "${command}\nended with ${code}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(toolchain -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER})

if(CONFIGURE)
  string(COMPARE EQUAL ${CONFIGURE} shared shared)
  run(${CMAKE_COMMAND} -S ${SOURCE_DIR} -B ${BUILD_DIR} ${toolchain} -DBUILD_SHARED_LIBS=${shared} -DCMAKE_BUILD_TYPE=${BUILD_TYPE}
      -DWIREPRINT_WERROR=${WERROR} -DWIREPRINT_TOOLS=OFF -DWIREPRINT_TESTS=OFF)
  run(${CMAKE_COMMAND} --build ${BUILD_DIR} --parallel 2)
endif()

# An old prefix could hide a file that is no longer installed.
file(REMOVE_RECURSE ${PREFIX} ${PREFIX}-consumer)
run(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${PREFIX})
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${PREFIX}-consumer ${toolchain} -DCMAKE_PREFIX_PATH=${PREFIX})
run(${CMAKE_COMMAND} --build ${PREFIX}-consumer)
run(${PREFIX}-consumer/consumer)
if(NOT output STREQUAL "8 of 8\n")
  message(FATAL_ERROR "the consumer printed: ${output}")
endif()
if(EXISTS ${PREFIX}-consumer/keeper)
  file(REMOVE_RECURSE ${PREFIX}-archive)
  run(${PREFIX}-consumer/keeper ${PREFIX}-archive)
  if(NOT output STREQUAL "batch 1\n")
    message(FATAL_ERROR "the consumer that keeps an archive printed: ${output}")
  endif()
endif()
if(EXISTS ${PREFIX}/bin/wireprint)
  run(${PREFIX}/bin/wireprint --help)
endif()

// The loop of bedside.matching.deferred_acceptance.loops.applicants_asking in plain C++, to hold what Numba compiles against.
#include <cstdint>

extern "C" void applicants_asking(int32_t count, const int32_t *starts, const int32_t *entries, const int32_t *applicants,
                                  int32_t *upcoming, int32_t *state, uint8_t *held, int32_t *program_of) {
    for (int32_t newcomer = 0; newcomer < count; newcomer++) {
        int32_t applicant = newcomer, entry = upcoming[applicant], end = starts[applicant + 1];
        while (entry < end) {
            const int32_t program = entries[2 * entry], place = entries[2 * entry + 1];
            entry++;
            int32_t last = state[2 * program + 1];
            if (state[2 * program] > 0) {
                state[2 * program]--;
                if (place > last) state[2 * program + 1] = place;
                held[place] = 1;
                upcoming[applicant] = entry;
                program_of[applicant] = program;
                break;
            }
            if (place < last) {
                held[place] = 1;
                held[last] = 0;
                upcoming[applicant] = entry;
                program_of[applicant] = program;
                applicant = applicants[last];
                entry = upcoming[applicant];
                end = starts[applicant + 1];
                program_of[applicant] = -1;
                while (!held[last]) last--;
                state[2 * program + 1] = last;
            }
        }
        upcoming[applicant] = entry;
    }
}
